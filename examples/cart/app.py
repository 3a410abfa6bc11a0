import os

from flask import Flask
from redis import Redis

app = Flask(__name__)
store = Redis(host=os.environ.get("REDIS_HOST", "redis"), password=os.environ["REDIS_PASSWORD"])


@app.get("/items")
def items():
    return str(store.llen("items"))
