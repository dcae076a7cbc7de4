/** A template, compiled when the package is built (scripts/handlebars-plugin.ts): give it to `Handlebars.template`. */
declare module '*.hbs' {
  const specification: TemplateSpecification & {
    /** Path in the project, for messages: `templates/main.bicep.hbs`. */
    readonly path: string;
  };
  export default specification;
}

/** A file as text, part of the bundle. */
declare module '*?raw' {
  const text: string;
  export default text;
}

/** What runs compiled templates; it has no parser and no compiler. Handlebars declares no types for it. */
declare module 'handlebars/runtime.js' {
  import type Handlebars from 'handlebars';

  const runtime: Omit<typeof Handlebars, 'compile' | 'create' | 'parse' | 'parseWithoutProcessing' | 'precompile'> & {
    /** An instance of its own, with helpers and partials of its own. */
    create(): Omit<typeof Handlebars, 'compile' | 'parse' | 'parseWithoutProcessing' | 'precompile'>;
  };
  export default runtime;
}
