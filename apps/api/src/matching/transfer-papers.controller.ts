import { Body, Controller, Get, Put, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Catalogue } from '#catalogue';
import { actSheet, contractSheet, distributionSheet, inStatementTurn, type TransferSheet } from '#exchange';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { HandOverPhotos, TransferPapers, type GivenPaper, type PapersView } from '#matching';
import { Env } from '#host';
import { ApiErrors, CurrentUser, Id, RequireSignIn } from '../http/index.js';
import { GivenPapersAnswer, PapersAnswer, StatedValueDto } from './transfer-papers.dto.js';

const WHO = 'To the two sides and the accountants of their organizations.';
const RUSSIAN = 'A paper of Russian law, in Russian. A4, tagged, with its text; amounts are those of the books.';

/** Papers on things that changed hands. */
@ApiTags('matches')
@Controller()
@RequireSignIn()
export class TransferPapersController {
  constructor(
    private readonly papers: TransferPapers,
    private readonly pictures: HandOverPhotos,
    private readonly catalogue: Catalogue,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  @Get('matches/:id/papers')
  @ApiOperation({ summary: 'Which papers there are on a match', description: WHO })
  @ApiOkResponse({ type: PapersAnswer })
  @ApiErrors('match.not-found', 'match.not-yours')
  view(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<PapersView> {
    return this.papers.view(actor, id);
  }

  @Get('organizations/:id/transfer-papers')
  @ApiOperation({
    summary: 'Acts of what an organization gives, and what they wait for',
    description: 'Of things, to its own people; at most 50, what waits first. What was signed on paper is in no books.',
  })
  @ApiOkResponse({ type: GivenPapersAnswer })
  @ApiErrors('match.not-found')
  async ofGiver(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<{ items: GivenPaper[] }> {
    return { items: await this.papers.ofGiver(actor, id) };
  }

  @Put('matches/:id/value')
  @ApiOperation({
    summary: 'State what the things are worth',
    description:
      'To the giver: what their own paper says. It stands beside the things on act and contract, and in no sum of the books.',
  })
  @ApiOkResponse({ type: PapersAnswer })
  @ApiErrors('match.not-found', 'match.not-yours', 'papers.no-value', 'papers.not-a-sum')
  async stateValue(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: StatedValueDto,
  ): Promise<PapersView> {
    await this.papers.stateValue(actor, id, body);
    return this.papers.view(actor, id);
  }

  @Get('matches/:id/act.pdf')
  @ApiOperation({
    summary: 'Act of transfer (акт приёма-передачи)',
    description: `${WHO} ${RUSSIAN} Its number is given when it is first asked for, and stays.`,
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiErrors('match.not-found', 'match.not-yours', 'papers.no-act', 'statement.too-many-at-once')
  act(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<StreamableFile> {
    return this.file(async () => {
      const paper = await this.papers.act(actor, id);
      const pictures = await this.pictures.onPaper(id);
      return [actSheet(this.catalogue, paper, this.env.PUBLIC_URL, pictures), `act-${paper.year}-${paper.number}`];
    });
  }

  @Get('matches/:id/contract.pdf')
  @ApiOperation({
    summary: 'Contract of a company’s gift (договор пожертвования)',
    description: `${WHO} ${RUSSIAN} Needed for more than 3,000 ₽, as the giver states the value.`,
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiErrors('match.not-found', 'match.not-yours', 'papers.no-contract', 'statement.too-many-at-once')
  contract(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<StreamableFile> {
    return this.file(async () => {
      const paper = await this.papers.contract(actor, id);
      return [contractSheet(this.catalogue, paper, this.env.PUBLIC_URL), `contract-${paper.year}-${paper.number}`];
    });
  }

  @Get('needs/:id/distribution.pdf')
  @ApiOperation({
    summary: 'List of distribution (ведомость раздачи)',
    description: `To the people of the organization. ${RUSSIAN} What came and what was handed out, and lines for those who receive, by number or initials.`,
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiErrors('match.not-found', 'match.not-yours', 'papers.nothing-came', 'statement.too-many-at-once')
  distribution(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<StreamableFile> {
    return this.file(async () => {
      const list = await this.papers.distribution(actor, id);
      return [
        distributionSheet(this.catalogue, list, { publicUrl: this.env.PUBLIC_URL, now: this.clock.now(), need: id }),
        `distribution-${list.number}`,
      ];
    });
  }

  private file(sheet: () => Promise<readonly [TransferSheet, string]>): Promise<StreamableFile> {
    return inStatementTurn(async (write) => {
      const [said, name] = await sheet();
      return new StreamableFile(await write({ sheet: said, format: 'transfer' }), {
        type: 'application/pdf',
        disposition: `attachment; filename="lepta-${name}.pdf"`,
      });
    });
  }
}
