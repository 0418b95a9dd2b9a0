"""A relying party after Authlib's documentation for Flask. Arguments: the issuer. Prints its origin when it listens."""

import logging
import sys

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from authlib.integrations.requests_client import OAuth2Session
from flask import Flask, jsonify, redirect, session, url_for
from werkzeug.serving import make_server

issuer = sys.argv[1]
logging.getLogger("werkzeug").setLevel(logging.ERROR)

app = Flask(__name__)
app.secret_key = "of a test"
server = make_server("localhost", 0, app, threaded=True)
origin = f"http://localhost:{server.server_port}"
tokens = {}

discovery = f"{issuer}/.well-known/openid-configuration"
metadata = requests.get(discovery, timeout=10).json()
registration = requests.post(
    metadata["registration_endpoint"],
    json={
        "client_name": "Dịch vụ liên thông",
        "redirect_uris": [f"{origin}/callback"],
        "post_logout_redirect_uris": [f"{origin}/goodbye"],
        "grant_types": ["authorization_code", "refresh_token"],
    },
    timeout=10,
)
registration.raise_for_status()
client = registration.json()

oauth = OAuth(app)
oauth.register(
    "senid",
    client_id=client["client_id"],
    client_secret=client["client_secret"],
    server_metadata_url=discovery,
    client_kwargs={"scope": "openid profile", "code_challenge_method": "S256"},
)


@app.route("/login")
def login():
    return oauth.senid.authorize_redirect(url_for("callback", _external=True))


@app.route("/callback")
def callback():
    try:
        token = oauth.senid.authorize_access_token()
    except AuthlibBaseError as error:
        return jsonify(error=error.error), 400
    session["sub"] = token["userinfo"]["sub"]
    tokens[session["sub"]] = token
    return redirect("/me")


@app.route("/me")
def me():
    token = tokens.get(session.get("sub"))
    if token is None:
        return jsonify(error="nobody"), 401
    return jsonify(claims=token["userinfo"], userinfo=oauth.senid.userinfo(token=token))


@app.route("/refresh")
def refresh():
    token = tokens[session["sub"]]
    with OAuth2Session(client["client_id"], client["client_secret"]) as connection:
        renewed = connection.refresh_token(metadata["token_endpoint"], token["refresh_token"])
    tokens[session["sub"]] = {**token, **renewed}
    return redirect("/me")


@app.route("/logout")
def logout():
    token = tokens.pop(session.pop("sub"))
    request = requests.Request(
        "GET",
        metadata["end_session_endpoint"],
        params={
            "id_token_hint": token["id_token"],
            "post_logout_redirect_uri": f"{origin}/goodbye",
        },
    )
    return redirect(request.prepare().url)


@app.route("/goodbye")
def goodbye():
    return "goodbye"


print(origin, flush=True)
server.serve_forever()
