/** The parts of WebAssembly's JavaScript interface that are used here: TypeScript keeps them with the DOM. */
declare namespace WebAssembly {
  type ModuleImports = Readonly<Record<string, (...values: never[]) => unknown>>;

  class Module {
    constructor(bytes: Uint8Array);
    static exports(module: Module): { readonly name: string; readonly kind: string }[];
  }

  class Memory {
    constructor(size: { readonly initial: number });
    /** Another one whenever the memory has grown. */
    readonly buffer: ArrayBuffer;
  }

  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, ModuleImports>>);
    readonly exports: Readonly<Record<string, unknown>>;
  }

  function compile(bytes: Uint8Array): Promise<Module>;
}
