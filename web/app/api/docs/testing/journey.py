"""A stranger's journey with the client that openapi-python-client makes of the document."""

import sys

from karlo_client import AuthenticatedClient, Client
from karlo_client.api.accounts import sign_up
from karlo_client.api.tasks import create_task, edit_task, get_task, list_tasks, toggle_task
from karlo_client.models import NewTask, SignUp, TaskCompletion, TaskEdit

url, email = sys.argv[1:]
password = "correct horse battery"
with Client(base_url=url) as client:
    person = sign_up.sync(client=client, body=SignUp(name="Stranger", email=email, password=password))
assert hasattr(person, "token"), person
with AuthenticatedClient(base_url=url, token=person.token) as client:
    task = create_task.sync(client=client, body=NewTask(title="buy milk"))
    edited = edit_task.sync(task.id, client=client, body=TaskEdit(title="buy bread"))
    assert edited.version == 2
    for _ in range(2):
        done = toggle_task.sync(task.id, client=client, body=TaskCompletion(completed=True))
        assert done.completed
    assert get_task.sync(task.id, client=client).title == "buy bread"
    refused = create_task.sync(client=client, body=NewTask(title=""))
    assert refused.code == "invalid_input" and refused.field == "title", refused
    page = list_tasks.sync(client=client)
    print(*(task.title for task in page.tasks))
