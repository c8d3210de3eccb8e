/**
 * What of a PDF is painted, and nothing else: by kind of part, its keys and of which kind their values are. `each X`: names of one's own, and
 * an X behind each. `plain`: numbers, names and words, in lists and dictionaries of them. What is not named here is not taken along, so actions,
 * scripts, forms, attached files, links, media, metadata and whatever else hides behind a page stay behind (ISO 32000-1, 7.7.3.3 and 7.8.3).
 */
export const PAINTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  resources: {
    ExtGState: 'each state', ColorSpace: 'each color', Pattern: 'each pattern', Shading: 'each shading', XObject: 'each drawing', Font: 'each font', ProcSet: 'plain', Properties: 'each layer',
  },
  state: {
    Type: 'plain', LW: 'plain', LC: 'plain', LJ: 'plain', ML: 'plain', D: 'plain', RI: 'plain', OP: 'plain', op: 'plain', OPM: 'plain', Font: 'font', FL: 'plain', SM: 'plain', SA: 'plain', BM: 'plain',
    SMask: 'mask', CA: 'plain', ca: 'plain', AIS: 'plain', TK: 'plain',
  },
  mask: { Type: 'plain', S: 'plain', G: 'drawing', BC: 'plain', TR: 'formula' },
  color: { N: 'plain', Alternate: 'color', Range: 'plain', WhitePoint: 'plain', BlackPoint: 'plain', Gamma: 'plain', Matrix: 'plain', FunctionType: 'plain', Domain: 'plain', Size: 'plain', BitsPerSample: 'plain', Order: 'plain', Encode: 'plain', Decode: 'plain', C0: 'plain', C1: 'plain', Functions: 'formula', Bounds: 'plain' },
  formula: { FunctionType: 'plain', Domain: 'plain', Range: 'plain', Size: 'plain', BitsPerSample: 'plain', Order: 'plain', Encode: 'plain', Decode: 'plain', C0: 'plain', C1: 'plain', N: 'plain', Functions: 'formula', Bounds: 'plain' },
  shading: {
    ShadingType: 'plain', ColorSpace: 'color', Background: 'plain', BBox: 'plain', AntiAlias: 'plain', Function: 'formula', Coords: 'plain', Domain: 'plain', Extend: 'plain', Matrix: 'plain', BitsPerCoordinate: 'plain',
    BitsPerComponent: 'plain', BitsPerFlag: 'plain', Decode: 'plain', VerticesPerRow: 'plain',
  },
  pattern: { Type: 'plain', PatternType: 'plain', PaintType: 'plain', TilingType: 'plain', BBox: 'plain', XStep: 'plain', YStep: 'plain', Resources: 'resources', Matrix: 'plain', Shading: 'shading', ExtGState: 'state' },
  drawing: {
    Type: 'plain', Subtype: 'plain', FormType: 'plain', BBox: 'plain', Matrix: 'plain', Resources: 'resources', Group: 'group', Width: 'plain', Height: 'plain', ColorSpace: 'color', BitsPerComponent: 'plain', Intent: 'plain',
    ImageMask: 'plain', Mask: 'drawing', SMask: 'drawing', SMaskInData: 'plain', Matte: 'plain', Decode: 'plain', Interpolate: 'plain',
  },
  group: { Type: 'plain', S: 'plain', CS: 'color', I: 'plain', K: 'plain' },
  font: {
    Type: 'plain', Subtype: 'plain', BaseFont: 'plain', Name: 'plain', FirstChar: 'plain', LastChar: 'plain', Widths: 'plain', FontDescriptor: 'descriptor', Encoding: 'encoding', ToUnicode: 'encoding', DescendantFonts: 'font',
    CIDSystemInfo: 'plain', DW: 'plain', W: 'plain', DW2: 'plain', W2: 'plain', CIDToGIDMap: 'data', FontBBox: 'plain', FontMatrix: 'plain', CharProcs: 'each data', Resources: 'resources',
  },
  descriptor: {
    Type: 'plain', FontName: 'plain', FontFamily: 'plain', FontStretch: 'plain', FontWeight: 'plain', Flags: 'plain', FontBBox: 'plain', ItalicAngle: 'plain', Ascent: 'plain', Descent: 'plain', Leading: 'plain', CapHeight: 'plain',
    XHeight: 'plain', StemV: 'plain', StemH: 'plain', AvgWidth: 'plain', MaxWidth: 'plain', MissingWidth: 'plain', FontFile: 'data', FontFile2: 'data', FontFile3: 'data', CharSet: 'plain', CIDSet: 'data', Style: 'plain', Lang: 'plain',
  },
  encoding: { Type: 'plain', BaseEncoding: 'plain', Differences: 'plain', CMapName: 'plain', CIDSystemInfo: 'plain', WMode: 'plain', UseCMap: 'encoding' },
  layer: { Type: 'plain', MCID: 'plain', Lang: 'plain', ActualText: 'plain', Alt: 'plain', E: 'plain' },
  data: { Length1: 'plain', Length2: 'plain', Length3: 'plain', Subtype: 'plain' },
  /** Of every stream: how its bytes are packed. That they lie in another file is not among it. */
  stream: { Filter: 'plain', DecodeParms: 'packing' },
  packing: {
    K: 'plain', EndOfLine: 'plain', EncodedByteAlign: 'plain', Columns: 'plain', Rows: 'plain', EndOfBlock: 'plain', BlackIs1: 'plain', DamagedRowsBeforeError: 'plain', Predictor: 'plain', Colors: 'plain', BitsPerComponent: 'plain',
    EarlyChange: 'plain', ColorTransform: 'plain', JBIG2Globals: 'data',
  },
};

export const PDF_LIMITS = {
  pages: 300,
  /** Of one page: stamps, signatures, filled-in fields. */
  annotations: 2_000,
  /** Lists and dictionaries within each other, where they are plain. */
  depth: 12,
  /** Of everything that is taken along. */
  parts: 200_000,
} as const;
