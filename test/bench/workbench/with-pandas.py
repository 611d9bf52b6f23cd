"""Answers the benchmark's questions with pandas: one JSON object a line in, one a line out."""

import json
import sys
import time

import pandas as pd

PATH = sys.argv[1]
tickets = None


def load():
    global tickets
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        tickets = pd.read_csv(PATH + '.csv', parse_dates=['day'])
        return 'csv'
    tickets = pd.read_parquet(PATH + '.parquet')
    tickets['day'] = pd.to_datetime(tickets['day'])
    return 'parquet'


def aggregate():
    t = tickets
    row = [len(t), t.amount.sum(), t.minutes.mean(), t.amount.max()]
    return pd.DataFrame([row])


def group_by_two():
    groups = tickets.groupby(['street', 'category'], sort=True)
    found = groups.agg(n=('id', 'size'), mean=('minutes', 'mean'), total=('amount', 'sum'))
    return found.reset_index()


def top_per_group():
    ordered = tickets[['street', 'id', 'amount']].sort_values(
        'amount', ascending=False
    )
    return ordered.groupby('street').head(5).sort_values('street', kind='stable')


def filter_distinct():
    kept = tickets[(tickets.channel == '热线') & (tickets.day >= '2024-04-01')]
    groups = kept.groupby('category', sort=True)
    return groups.agg(people=('reporter', 'nunique'), n=('id', 'size')).reset_index()


def sort_top():
    ordered = tickets[['id', 'street', 'minutes', 'amount']].sort_values(
        ['minutes', 'amount'], ascending=[False, False]
    )
    return ordered.head(100)


ASKED = {
    'aggregate': aggregate,
    'group by two': group_by_two,
    'top 5 per group': top_per_group,
    'filter, distinct': filter_distinct,
    'sort, top 100': sort_top,
}

for line in sys.stdin:
    order = json.loads(line)
    begin = time.perf_counter()
    answer = {}
    if order['do'] == 'load':
        answer['form'] = load()
    else:
        rows = ASKED[order['question']]().values.tolist()
        if order['do'] == 'answer':
            answer['rows'] = rows
    answer['ms'] = (time.perf_counter() - begin) * 1000
    print(json.dumps(answer, ensure_ascii=False), flush=True)
