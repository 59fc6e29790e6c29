// Shows the OpenAPI documents of all services and sends every call that is tried out through this gateway.
const services = [
  'catalog-service', 'application-service', 'certificate-service', 'complaint-service', 'data-exchange-service'
];
window.ui = SwaggerUIBundle({
  dom_id: '#swagger-ui',
  urls: services.map(name => ({ name, url: '/v3/api-docs/' + name })),
  deepLinking: true,
  displayRequestDuration: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
  requestInterceptor: request => {
    // A document names the address of the service instance that wrote it; only the gateway is reachable from here.
    const target = new URL(request.url, window.location.origin);
    request.url = window.location.origin + target.pathname + target.search;
    return request;
  }
});
