"""Questions are worked on a few at a time, in the order they came."""

import threading
import time

from app.models import Answer, Grow, unheard
from app.web.run.turns import InTurn, Turns
from tests.fakes import ScriptedAsker, answered, refused


def test_no_more_are_inside_than_may_be_and_they_come_in_order() -> None:
    turns, inside, most, order = Turns(2), 0, 0, []
    guard = threading.Lock()

    def work(number: int) -> None:
        nonlocal inside, most
        with turns.turn():
            with guard:
                inside += 1
                most = max(most, inside)
                order.append(number)
            time.sleep(0.02)
            with guard:
                inside -= 1

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
        time.sleep(0.004)  # so that it is known who came first
    for thread in threads:
        thread.join()
    assert most == 2
    assert order == list(range(8))


def test_a_failure_hands_the_turn_on() -> None:
    asker = InTurn(ScriptedAsker([ValueError("hỏng"), answered("Có.")]), Turns(1))
    try:
        asker.ask("?")
    except ValueError:
        assert asker.ask("?").text == "Có."


def test_a_fluent_answer_is_worded_outside_the_turn() -> None:
    turns = Turns(1)
    fluent = answered("Văn trôi chảy.")

    class Slow(ScriptedAsker):
        def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
            with turns.turn():  # would wait for ever inside one
                return fluent

    scripted = Slow([answered("Có."), refused("Không có.")])
    asker = InTurn(scripted, turns)
    assert asker.ask("?", mode="generative") is fluent
    assert asker.ask("?", mode="generative").text == "Không có."
    assert [asked.mode for asked in scripted.asked] == ["extractive", "extractive"]
