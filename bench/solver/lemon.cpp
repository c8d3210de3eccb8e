// The anchor of the bench: LEMON's minimum cost flow solvers on the same binary instance.
//
//   lemon <instance.bin> <block|candidate|altering|costscaling|capacityscaling> <circ|hub> [parts]
//
// block, candidate, altering: network simplex with that pivot rule, in 32-bit integers. Limits become a balanced flow either as a
// circulation (source -> supply -> demand -> sink -> source) or with a hub that takes what is kept and gives what is missed.
// parts: each connected part by itself. Prints processor and wall seconds of everything after reading the file.
#include <lemon/capacity_scaling.h>
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

using lemon::INVALID;
using Graph = lemon::StaticDigraph;
using i64 = long long;

struct Instance {
  std::vector<int32_t> supply, demand, start, col, weight;
};

static double cpu() {
  rusage use;
  getrusage(RUSAGE_SELF, &use);
  return use.ru_utime.tv_sec + use.ru_stime.tv_sec + (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
}

static double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

static std::vector<int32_t> take(FILE* f, size_t n) {
  std::vector<int32_t> v(n);
  if (n != 0 && fread(v.data(), 4, n, f) != n) exit(2);
  return v;
}

static Instance readInstance(const char* path) {
  FILE* f = fopen(path, "rb");
  if (f == nullptr) exit(2);
  const auto head = take(f, 4);
  Instance it;
  it.supply = take(f, head[1]);
  it.demand = take(f, head[2]);
  it.start = take(f, head[1] + 1);
  it.col = take(f, head[3]);
  it.weight = take(f, head[3]);
  fclose(f);
  return it;
}

template <class Solver, class Number, class... Arg>
static i64 run(const Graph& g, const std::vector<int32_t>& cost, const std::vector<int32_t>& cap, const std::vector<int32_t>& balance, Arg... arg) {
  typename Graph::template ArcMap<Number> c(g), u(g);
  typename Graph::template NodeMap<Number> b(g);
  for (Graph::ArcIt a(g); a != INVALID; ++a) {
    c[a] = cost[g.id(a)];
    u[a] = cap[g.id(a)];
  }
  for (Graph::NodeIt v(g); v != INVALID; ++v) b[v] = balance[g.id(v)];
  Solver solver(g);
  solver.upperMap(u).costMap(c).supplyMap(b);
  if (solver.run(arg...) != Solver::OPTIMAL) exit(3);
  return -solver.template totalCost<i64>();
}

static i64 solve(const Instance& it, const std::string& how, bool hub) {
  const int ns = it.supply.size(), nd = it.demand.size(), s = ns + nd, t = s + 1, n = hub ? s + 1 : s + 2;
  std::vector<std::pair<int, int>> arcs; // by source
  std::vector<int32_t> cost, cap, balance(n, 0);
  const auto add = [&](int from, int to, int c, int u) {
    arcs.emplace_back(from, to);
    cost.push_back(c);
    cap.push_back(u);
  };
  for (int i = 0; i < ns; i++) {
    for (int e = it.start[i]; e < it.start[i + 1]; e++) add(i, ns + it.col[e], -it.weight[e], std::min(it.supply[i], it.demand[it.col[e]]));
    if (hub) add(i, s, 0, it.supply[i]);
  }
  const int supply = std::accumulate(it.supply.begin(), it.supply.end(), 0), demand = std::accumulate(it.demand.begin(), it.demand.end(), 0);
  if (hub) {
    for (int j = 0; j < nd; j++) add(s, ns + j, 0, it.demand[j]);
    for (int i = 0; i < ns; i++) balance[i] = it.supply[i];
    for (int j = 0; j < nd; j++) balance[ns + j] = -it.demand[j];
    balance[s] = demand - supply;
  } else {
    for (int j = 0; j < nd; j++) add(ns + j, t, 0, it.demand[j]);
    for (int i = 0; i < ns; i++) add(s, i, 0, it.supply[i]);
    add(t, s, 0, std::min(supply, demand));
  }
  Graph g;
  g.build(n, arcs.begin(), arcs.end());
  using Simplex = lemon::NetworkSimplex<Graph, int, int>;
  if (how == "block") return run<Simplex, int>(g, cost, cap, balance, Simplex::BLOCK_SEARCH);
  if (how == "candidate") return run<Simplex, int>(g, cost, cap, balance, Simplex::CANDIDATE_LIST);
  if (how == "altering") return run<Simplex, int>(g, cost, cap, balance, Simplex::ALTERING_LIST);
  if (how == "costscaling") return run<lemon::CostScaling<Graph, i64, i64>, i64>(g, cost, cap, balance);
  if (how == "capacityscaling") return run<lemon::CapacityScaling<Graph, i64, i64>, i64>(g, cost, cap, balance);
  exit(1);
}

static std::vector<Instance> split(const Instance& it) {
  const int ns = it.supply.size(), nd = it.demand.size();
  std::vector<int> up(ns + nd), id(ns + nd, -1), local(nd);
  std::iota(up.begin(), up.end(), 0);
  const auto find = [&](int x) {
    while (up[x] != x) x = up[x] = up[up[x]];
    return x;
  };
  for (int i = 0; i < ns; i++)
    for (int e = it.start[i]; e < it.start[i + 1]; e++) up[find(ns + it.col[e])] = find(i);
  std::vector<Instance> parts;
  for (int i = 0; i < ns; i++) {
    if (it.start[i] == it.start[i + 1] || id[find(i)] >= 0) continue;
    id[find(i)] = parts.size();
    parts.emplace_back();
    parts.back().start.push_back(0);
  }
  for (int j = 0; j < nd; j++) {
    if (id[find(ns + j)] < 0) continue;
    Instance& p = parts[id[find(ns + j)]];
    local[j] = p.demand.size();
    p.demand.push_back(it.demand[j]);
  }
  for (int i = 0; i < ns; i++) {
    if (it.start[i] == it.start[i + 1]) continue;
    Instance& p = parts[id[find(i)]];
    p.supply.push_back(it.supply[i]);
    for (int e = it.start[i]; e < it.start[i + 1]; e++) {
      p.col.push_back(local[it.col[e]]);
      p.weight.push_back(it.weight[e]);
    }
    p.start.push_back(p.col.size());
  }
  return parts;
}

int main(int argc, char** argv) {
  if (argc < 4) return 1;
  const Instance it = readInstance(argv[1]);
  const std::string how = argv[2];
  const bool hub = std::string(argv[3]) == "hub";
  const double t0 = now(), c0 = cpu();
  i64 objective = 0;
  size_t parts = 1;
  if (argc > 4) {
    const auto all = split(it);
    parts = all.size();
    for (const Instance& p : all) objective += solve(p, how, hub);
  } else {
    objective = solve(it, how, hub);
  }
  const double total = now() - t0, work = cpu() - c0;
  rusage use;
  getrusage(RUSAGE_SELF, &use);
  printf("{\"parts\": %zu, \"cpu\": %.4f, \"wall\": %.4f, \"objective\": \"%lld\", \"peakMiB\": %ld}\n", parts, work, total, objective, use.ru_maxrss / 1024);
}
