/* global SwaggerUIBundle */
const dark = matchMedia('(prefers-color-scheme: dark)');
const dress = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dress();
dark.addEventListener('change', dress);

SwaggerUIBundle({
  url: '/openapi.json',
  domNode: document.getElementById('docs'),
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // Tokens that people try the calls with stay in this page's memory.
  persistAuthorization: false,
  // Asks no one else whether the document is valid.
  validatorUrl: null,
});
