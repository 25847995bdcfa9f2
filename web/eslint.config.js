import { readdirSync } from "node:fs";
import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const features = readdirSync(new URL("src/features", import.meta.url));

/** A feature never imports another: what two of them need lives in components, apollo or lib. */
const boundaries = features.map((feature) => ({
  files: [`src/features/${feature}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: features.filter((other) => other !== feature).map((other) => `**/features/${other}/**`),
            message: "Features never import each other.",
          },
          {
            regex: `^(\\.\\./)+(${features.filter((other) => other !== feature).join("|")})/`,
            message: "Features never import each other.",
          },
          { group: ["**/app/**"], message: "Features know nothing of the shell." },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/gql"] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  reactHooks.configs.flat["recommended-latest"],
  jsxA11y.flatConfigs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { projectService: { allowDefaultProject: ["eslint.config.js", "scripts/*.mjs", "public/*.js"] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "no-console": "error",
      "jsx-a11y/no-autofocus": "off",
    },
  },
  {
    files: ["src/{components,apollo,lib}/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group: ["**/features/**", "**/app/**"], message: "Shared code knows no feature." }] }],
    },
  },
  ...boundaries,
  {
    files: ["scripts/**", "src/testing/**", "**/*.test.{ts,tsx}"],
    languageOptions: { globals: { ...globals.node } },
    rules: { "no-console": "off" },
  },
  { files: ["**/*.{js,mjs}"], ...tseslint.configs.disableTypeChecked },
);
