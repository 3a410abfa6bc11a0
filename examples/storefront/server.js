import { createServer } from 'node:http';

const cart = process.env.CART_URL ?? 'http://cart:8080';

createServer(async (request, response) => {
  if (request.url === '/healthz') return response.end('ok');
  const answer = await fetch(`${cart}/items`);
  response.setHeader('content-type', 'text/html');
  response.end(`<h1>Shop</h1><p>${await answer.text()} items in your cart</p>`);
}).listen(8080);
