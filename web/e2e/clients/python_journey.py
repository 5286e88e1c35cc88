"""A program that a stranger writes with the client that openapi-python-client makes."""

import os
import sys
from datetime import date, datetime, timezone
from http import HTTPStatus

from karlo_client import AuthenticatedClient, Client
from karlo_client.api.accounts import get_profile, sign_up
from karlo_client.api.chat import chat
from karlo_client.api.feeds import create_feed
from karlo_client.api.tasks import (
    batch_tasks,
    create_task,
    delete_task,
    edit_task,
    get_list,
    get_task,
    import_tasks,
    list_changes,
    list_tasks,
)
from karlo_client.models import (
    Batch,
    ChatMessage,
    CompleteOperation,
    CreateOperation,
    ListTasksStatus,
    NewFeed,
    NewReminderBefore,
    NewTask,
    Problem,
    SignUp,
    TaskEdit,
    TaskToCreate,
)

base_url = sys.argv[1]
signed_in = sign_up.sync(
    client=Client(base_url),
    body=SignUp(
        name="Amna",
        email=f"python-{os.getpid()}@example.com",
        password="correct horse battery",
        time_zone="Asia/Karachi",
    ),
)
client = AuthenticatedClient(base_url, token=signed_in.token)
assert get_profile.sync(client=client).user.time_zone == "Asia/Karachi"

# Made once, however often it is sent.
milk = NewTask(
    title="buy milk",
    due_at=date(2030, 12, 31),
    category="home",
    reminders=[NewReminderBefore(minutes_before=30)],
)
first = create_task.sync_detailed(client=client, body=milk, idempotency_key="a key")
again = create_task.sync(client=client, body=milk, idempotency_key="a key")
assert first.status_code == HTTPStatus.CREATED, first.content
task = first.parsed
assert (again.id, task.due_at) == (task.id, "2030-12-31")
assert isinstance(task.created_at, datetime)
assert task.reminders[0].minutes_before == 30

# Changed under the condition that it is as it was seen, and refused afterwards.
tag = first.headers["etag"]
bread = edit_task.sync(task.id, client=client, body=TaskEdit(title="buy bread"), if_match=tag)
assert bread.title == "buy bread"
late = edit_task.sync(task.id, client=client, body=TaskEdit(title="buy eggs"), if_match=tag)
assert isinstance(late, Problem) and late.code == "precondition_failed"

gym = TaskToCreate(
    title="gym", recurrence="FREQ=DAILY", due_at=datetime(2030, 1, 1, 6, tzinfo=timezone.utc)
)
done = batch_tasks.sync(
    client=client,
    body=Batch(
        operations=[
            CreateOperation(op="create", task=gym),
            CompleteOperation(op="complete", id=task.id),
        ]
    ),
)
assert [str(one.op) for one in done.results] == ["create", "complete"]

# Followed, by what has changed since.
every = list_changes.sync(client=client, changed_since="*")
assert len(every.tasks) == 2
gym_id = next(one.id for one in every.tasks if one.title == "gym")
assert delete_task.sync_detailed(gym_id, client=client).status_code == HTTPStatus.NO_CONTENT
since = list_changes.sync(client=client, changed_since=every.sync_token)
assert [(one.id, one.forever) for one in since.deleted] == [(gym_id, False)]
assert get_task.sync(gym_id, client=client).code == "task_not_found"

refused = create_task.sync(client=client, body=NewTask(title=" "))
assert refused.field == "title"
assert get_list.sync("home", client=client).total == 1
answer = chat.sync(client=client, body=ChatMessage(message="add call Sara tomorrow"))
assert answer.status.value == "completed", answer
opened = list_tasks.sync(client=client, status=ListTasksStatus.OPEN)
assert [one.title for one in opened.tasks] == ["call Sara"], opened
feed = create_feed.sync(client=client, body=NewFeed())
assert feed.url.endswith(".ics")
print("done")
