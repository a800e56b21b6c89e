"""Invented results in every form in which releases write them: consistent ones, and ones with one number changed.

Everything comes from a seeded generator, so a text that fails can be made again. A result is drawn as its author would
know it (a true estimate and its standard error, a count and its total, two medians), written with the decimals of its
form, and then set with the dashes, spaces, decimal points and glued footnote digits of wire copies.
"""

# ruff: noqa: E501, S311 - a form a line; nothing here is secret

import math
import random
from collections.abc import Callable, Iterator
from typing import NamedTuple


class Result(NamedTuple):
    """A sentence with a result. `wrong` names the checks of which one must report it; empty if all of it is consistent."""

    text: str
    form: str
    wrong: tuple[str, ...] = ()


class Estimate(NamedTuple):
    """A ratio or a difference as its author knows it, unrounded."""

    value: float
    low: float
    high: float
    p: float  # two-sided


_MEASURES = (
    *("HR {e}", "HR={e}", "HR: {e}", "HR of {e}", "HR, {e}", "hazard ratio {e}", "hazard ratio [HR]={e}", "hazard ratio (HR) = {e}"),
    *("hazard ratio, {e}", "hazard ratio of {e}", "stratified HR {e}", "adjusted hazard ratio {e}", "hazard ratio [HR], {e}"),
    *("odds ratio {e}", "odds ratio [OR] {e}", "OR={e}", "OR, {e}", "adjusted odds ratio: {e}"),
    *("rate ratio {e}", "rate ratio (RR) of {e}", "incidence rate ratio [IRR] {e}", "IRR={e}", "IRR: {e}"),
    *("relative risk {e}", "risk ratio {e}", "relative risk [RR], {e}", "RR={e}", "RR {e}"),
)
_LEVELS = (
    "{l}% CI",
    "{l}% confidence interval",
    "{l}% confidence interval [CI]",
    "{l} percent CI",
    "{l} % CI",
    "two-sided {l}% CI",
    "{l}% C.I.",
)
_INTERVALS = ("{name}: {lo}-{hi}", "{name} {lo}-{hi}", "{name}, {lo}-{hi}", "{name} {lo} to {hi}", "{name}, {lo} to {hi}", "{name}: {lo} to {hi}",
              "{name}: {lo}, {hi}", "{name}, {lo}, {hi}", "{name} [{lo}, {hi}]", "{name} ({lo}, {hi})", "{name}: {lo} - {hi}", "{name} = {lo}; {hi}")  # fmt: skip
_GROUPS = ("{m}; {ci}; {p}", "{m}; {ci}, {p}", "{m} ({ci}; {p})", "{m} [{ci}]; {p}", "{m} [{ci}], {p}", "{m} ({ci}), {p}", "{m}, {ci}; {p}",
           "{m}; {p}; {ci}", "{m} ({p}; {ci})", "{m} with a {ci} ({p})")  # fmt: skip
_P_FORMS = (
    "p={}",
    "P={}",
    "p = {}",
    "P = {}",
    "p-value={}",
    "p-value = {}",
    "p value of {}",
    "two-sided p={}",
    "nominal p={}",
    "p-value: {}",
    "P value, {}",
)
_P_BOUNDS = ("p<{}", "P<{}", "p < {}", "P < {}", "p-value<{}", "p value of less than {}", "nominal p<{}", "p≤{}")
_ENDPOINTS = (
    "overall survival",
    "progression-free survival",
    "the annual rate of relapse",
    "walking distance at week 24",
    "the FERRIS-7 total score",
)
_CLAIMED = ("FRX-101 led to a statistically significant improvement in {x} ({g}).", "FRX-101 significantly improved {x} compared with placebo ({g}).",
            "The trial met its primary endpoint of {x} ({g}).", "A statistically significant difference in {x} was seen ({g}).",
            "Superiority was demonstrated for {x} ({g}).", "The improvement in {x} was statistically significant ({g}).")  # fmt: skip
_DENIED = ("The difference in {x} was not statistically significant ({g}).", "The trial did not meet its primary endpoint of {x} ({g}).",
           "There was no statistically significant difference in {x} ({g}).", "{x} did not differ significantly between arms ({g}).",
           "The trial failed to meet its primary endpoint of {x} ({g}).")  # fmt: skip
_TOLD = (
    "The result for {x} was {g}.",
    "For {x}, the result was {g}.",
    "{x}: {g}.",
    "In patients with lupus, {x} favored FRX-101 ({g}).",
    "Analysis of {x} gave {g}.",
)


def phi(z: float) -> float:
    """The share of a normal distribution below `z`."""
    return 0.5 * (1 + math.erf(z / math.sqrt(2)))


def quantile(share: float) -> float:
    """The `z` below which this share of a normal distribution lies."""
    low, high = -10.0, 10.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if phi(middle) < share else (low, middle)
    return low


Z = {level: quantile(0.5 + float(level) / 200) for level in ("90", "95", "97.5", "98", "99", "99.2")}


def ratio(draw: random.Random, level: str) -> Estimate:
    centre, error = draw.uniform(math.log(0.25), math.log(2.2)), draw.uniform(0.04, 0.35)
    low, high = (math.exp(centre + sign * Z[level] * error) for sign in (-1, 1))
    return Estimate(math.exp(centre), low, high, 2 * (1 - phi(abs(centre) / error)))


def difference(draw: random.Random, level: str) -> Estimate:
    centre, error = draw.uniform(-12, 12), draw.uniform(0.3, 4)
    return Estimate(centre, centre - Z[level] * error, centre + Z[level] * error, 2 * (1 - phi(abs(centre) / error)))


def p_text(draw: random.Random, p: float) -> str:
    """A p value as it is written: to some decimals, as a bound, one-sided, or not at all."""
    for bound in ("0.0001", "0.001"):
        if p < float(bound):
            text = draw.choice(_P_BOUNDS).format(bound)
            return text if draw.random() < 0.7 else text.replace("0.", ".")
    if p > 0.06 and draw.random() < 0.1:
        return draw.choice(("p=NS", "P = NS", "p=n.s."))
    if p < 0.9 and draw.random() < 0.1:
        return draw.choice(("one-sided p={:.4f}", "1-sided P = {:.4f}")).format(p / 2)
    places = 4 if p < 0.01 else draw.choice((3, 4)) if 0.04 < p < 0.06 else draw.choice((2, 3, 4))
    written = f"{p:.{places}f}"
    return draw.choice(_P_FORMS).format(written if draw.random() < 0.8 or written[0] != "0" else written[1:])


def grouped(draw: random.Random, measure: str, value: float, bounds: tuple[float, float], p: str, level: str, places: int = 2) -> str:
    """An estimate with its interval and p value, in one of the orders and kinds of brackets."""
    interval = draw.choice(_INTERVALS)
    low, high = (f"{bound:.{places}f}" for bound in bounds)
    if low[0] == "-" and "{lo}-{hi}" in interval:
        interval = "{name}: {lo} to {hi}"
    told = interval.format(name=draw.choice(_LEVELS).format(l=level), lo=low, hi=high)
    group = draw.choice(_GROUPS)
    return group.format(m=measure.format(e=f"{value:.{places}f}"), ci=told, p=p)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def estimate(draw: random.Random, wrong: bool) -> Result:
    """A ratio or a difference with its interval and p value."""
    level = draw.choice(("95", "95", "95", "95", "97.5", "99", "90", "98", "99.2"))
    of_ratio = draw.random() < 0.75
    known = ratio(draw, level) if of_ratio else difference(draw, level)
    places = draw.choice((2, 2, 2, 3)) if of_ratio else draw.choice((1, 2))
    measure = draw.choice(_MEASURES) if of_ratio else draw.choice(("LS mean difference {e}", "least-squares mean difference of {e} points",
        "difference, {e}", "mean difference: {e}", "treatment difference of {e} percentage points", "placebo-corrected difference {e}"))  # fmt: skip
    value, bounds, checks = known.value, (known.low, known.high), ()
    null = 1.0 if of_ratio else 0.0
    claims = _TOLD
    excludes = bounds[0] > null + 0.02 or bounds[1] < null - 0.02
    if known.p < 0.045 and excludes:
        claims = _TOLD + _CLAIMED
    elif known.p > 0.055 and not excludes and level != "90":
        claims = _TOLD + _DENIED
    if wrong:
        checks = ("estimate_outside_ci",)
        unit = 10.0**-places
        if draw.random() < 0.3:
            bounds = (bounds[1], bounds[0] if bounds[1] - bounds[0] > 2 * unit else bounds[0] - 3 * unit)
        elif draw.random() < 0.5 or not of_ratio or known.low < 0.1:
            value = max(bounds[1], -bounds[0]) + draw.uniform(3, 30) * unit  # of neither sign inside: a sign is often left out
        else:
            value = max(bounds[0] - draw.uniform(3, 30) * unit, unit)
            bounds = (max(bounds[0], 5 * unit), max(bounds[1], 9 * unit))
    text = grouped(draw, measure, value, bounds, p_text(draw, known.p), level, places)
    return Result(capital(draw.choice(claims).format(x=draw.choice(_ENDPOINTS), g=text)), "estimate", checks)


def claim(draw: random.Random, wrong: bool) -> Result:
    """A claim of significance with a p value on the right side of five percent, or on the wrong one."""
    small = draw.random() < 0.5
    p = draw.uniform(0.0001, 0.044) if small else draw.uniform(0.056, 0.95)
    if small and p < 0.001:
        told = draw.choice(_P_BOUNDS[:6]).format(draw.choice(("0.001", ".001")))
    else:
        told = draw.choice([form for form in _P_FORMS if "nominal" not in form]).format(f"{p:.{3 if p > 0.01 else 4}f}")
    denied = wrong if small else not wrong
    group = draw.choice(
        (
            "{p}",
            "24.1 vs. 18.3 meters; {p}",
            "HR {h}; {p}",
            "mean change -1.5 (SE 0.2) vs. -0.7 (SE 0.2); {p}",
            "45.2 versus 38.1 months; {p}",
        )
    )
    text = draw.choice(_DENIED if denied else _CLAIMED).format(
        x=draw.choice(_ENDPOINTS), g=group.format(p=told, h=f"{draw.uniform(0.4, 0.95):.2f}")
    )
    return Result(capital(text), "claim", ("p_value_contradicts_claim",) if wrong else ())


def crossing(draw: random.Random, wrong: bool) -> Result:
    """A claim of significance with an interval that leaves out no effect, or that holds it."""
    level = draw.choice(("95", "97.5", "99"))
    for _ in range(1000):
        known = ratio(draw, level)
        if (known.low < 0.97 and known.high > 1.03) if wrong else (known.high < 0.985 or known.low > 1.015):
            break
    text = grouped(draw, draw.choice(_MEASURES), known.value, (known.low, known.high), "n=152", level)
    return Result(
        capital(draw.choice(_CLAIMED).format(x=draw.choice(_ENDPOINTS), g=text)),
        "crossing",
        ("ci_crosses_null_significance",) if wrong else (),
    )


_SHARES = (
    *("{k} of {n} patients ({p}%) responded.", "{p}% ({k}/{n}) of patients responded.", "{p}% of patients ({k} of {n}) had a response."),
    *("The response rate was {p}% ({k}/{n}) with FRX-101.", "The response rate was {p} percent ({k} out of {n}).", "Responses: {k}/{n} ({p}%)."),
    *("A response was seen in {k}/{n} ({p}%) patients.", "Responses were seen in adults ({p}%; {k}/{n}).", "A {p}% ORR (N={k}/{n}) was seen."),
    *("Of {n} evaluable patients, {k} ({p}%) responded.", "{k} out of {n} patients treated with FRX-101 ({p}%) were free of attacks at week 24."),
    *("The ORR was {p}% ({k}/{n}; 95% CI: 0.0-100.0).", "{p}% ({k} of {n}) of participants on FRX-101 responded.", "{k} of the {n} patients ({p} percent) relapsed."),
    *("Nausea occurred in {k} of {n} ({p}%) patients.", "Among {n} patients, {k} of {n} ({p}%) had a complete response.", "Complete response: {p}% [{k}/{n}]."),
    *("The rate of remission was {p}% (n={k}/{n}).", "Clinical remission was achieved by {p}% of patients ({k}/{n}) on FRX-101.", "Relapse was seen in {p}% ({k} of {n} patients)."),
)  # fmt: skip


def share(draw: random.Random, wrong: bool) -> Result:
    """A count of a total with its percentage."""
    total = draw.randint(5, 700)
    count = draw.randint(0, total)
    exact, places = 100 * count / total, draw.choice((0, 1, 1, 2))
    if wrong:
        off = max(2.5, draw.uniform(3, 40))
        exact = exact + off if exact + off <= 100 else exact - off
    percent = f"{exact:.{places}f}"
    return Result(draw.choice(_SHARES).format(k=count, n=total, p=percent), "share", ("count_percent_mismatch",) if wrong else ())


_REDUCTIONS = (
    *("FRX-101 reduced the risk of death by {p}% ({m}; p=0.001).", "FRX-101 led to a {p}% reduction in the risk of relapse ({m})."),
    *("The result was {m}, translating to a {p} percent reduction in the risk of progression.", "A {p}% lower risk of death was seen ({m})."),
    *("FRX-101 lowered the rate of exacerbations by {p}% ({m}; 95% CI: 0.01-0.99).", "The risk of death was reduced by {p}% ({m})."),
    *("FRX-101 demonstrated a {p}% reduction in the risk of disease progression or death compared to placebo ({m})."),
    *("Treatment cut the risk of stroke by {p} percent compared with placebo ({m}).", "There was a {p}% relative reduction in the risk of death ({m})."),
    *("The {m} represents a {p}% reduction in the risk of relapse.", "A reduction in the risk of death of {p}% was seen ({m})."),
)  # fmt: skip


def reduction(draw: random.Random, wrong: bool) -> Result:
    """A reduction of a risk with the ratio that it restates."""
    true, places = draw.uniform(0.12, 0.95), draw.choice((2, 2, 2, 3))
    percent = 100 - 100 * (round(true, places) if draw.random() < 0.5 else true)
    if wrong:
        off = draw.uniform(3, 20)
        percent = percent - off if percent - off > 1 else percent + off
    measure = draw.choice([m for m in _MEASURES if "odds" not in m and "OR" not in m and not m.endswith("of {e}")]).format(
        e=f"{true:.{places}f}"
    )
    forms = [form for form in _REDUCTIONS if len(form) > 1]
    decimals = draw.choice((0, 0, 1)) if places == 3 or wrong else 0
    return Result(
        draw.choice(forms).format(p=f"{percent:.{decimals}f}", m=measure), "reduction", ("hr_vs_percent_reduction",) if wrong else ()
    )


_DIFFERENCES = (
    "The response rate was {a}% with FRX-101 versus {b}% with placebo, a difference of {d} percentage points.",
    "The response rate was {a}% compared to {b}% with placebo (difference of {d} percentage points).",
    "Median survival was {a} months with FRX-101 versus {b} months with placebo, a difference of {d} months.",
    "Median survival was {a} versus {b} months, a {d}-month improvement.",
    "Median survival was {a} months versus {b} months with chemotherapy, an improvement of {d} months.",
    "Patients walked {a} weeks longer compared to {b} weeks with placebo, a difference of {d} weeks.",
    "Remission was achieved by {a}% of patients on FRX-101 versus {b}% on placebo, a {d} percentage point difference.",
    "Remission was seen in {a}% vs. {b}% of patients, an absolute difference of {d}%.",
)


def gap(draw: random.Random, wrong: bool) -> Result:
    """Two values and their difference."""
    places = draw.choice((0, 1, 1))
    a, b = draw.uniform(30, 95), draw.uniform(4, 28)
    d = round(a, places) - round(b, places)
    if wrong:
        d += draw.choice((-1, 1)) * draw.uniform(2.5, d - 1)
        d = abs(d)
    form = draw.choice(_DIFFERENCES)
    return Result(
        form.format(a=f"{a:.{places}f}", b=f"{b:.{places}f}", d=f"{d:.{places}f}"), "gap", ("difference_misstated",) if wrong else ()
    )


_MEDIANS = (
    "Median overall survival was {m} months (95% CI: {lo}, {hi}) with FRX-101.",
    "Median PFS was {m} months [95% CI {lo} to {hi}].",
    "The median duration of response was {m} months (95% confidence interval [CI], {lo}-{hi}).",
    "FRX-101 showed a median survival of {m} months (95% CI {lo}–{hi}) versus not reached (95% CI: 12.1, NE).",
    "Median PFS of {m} months (97.5% CI: {lo}, {hi}) was seen.",
)


def median(draw: random.Random, wrong: bool) -> Result:
    """A median with its interval, of which the upper bound may not be reached."""
    low = draw.uniform(2, 30)
    middle = low + draw.uniform(0.2, 12)
    open_end = draw.random() < 0.4
    high = draw.choice(("not reached", "NE", "NR", "not estimable", "NA")) if open_end else f"{middle + draw.uniform(0.2, 12):.1f}"
    if wrong:
        middle = low - draw.uniform(0.3, min(5, low - 0.1))
    form = draw.choice(_MEDIANS[:3] if open_end and draw.random() < 0.2 else _MEDIANS)
    if open_end and form == _MEDIANS[1] and not wrong and draw.random() < 0.3:
        return Result("Median overall survival was not reached (95% CI: 12.1, not reached) with FRX-101.", "median")
    return Result(form.format(m=f"{middle:.1f}", lo=f"{low:.1f}", hi=high), "median", ("estimate_outside_ci",) if wrong else ())


_ARMS = (
    "The study enrolled {t} patients, randomized to FRX-101 (n={a}) or placebo (n={b}).",
    "A total of {t} patients were randomized to receive FRX-101 (n={a}) or placebo (n={b}).",
    "The trial enrolled {t} adults who were randomized 1:1 to FRX-101 10 mg (n = {a}) or placebo (n = {b}).",
)


def arms(draw: random.Random, wrong: bool) -> Result:
    """A total and its arms."""
    a, b = draw.randint(20, 900), draw.randint(20, 900)
    total = a + b + (draw.choice((-1, 1)) * draw.randint(1, 15) if wrong else 0)
    return Result(draw.choice(_ARMS).format(t=total, a=a, b=b), "arms", ("arm_sizes_do_not_sum",) if wrong else ())


def impossible(draw: random.Random, wrong: bool) -> Result:
    """A p value or a share of patients, inside what is possible or outside."""
    if draw.random() < 0.5:
        number = draw.choice((0.0, draw.uniform(1.01, 9))) if wrong else draw.uniform(0.06, 0.99)
        text = draw.choice(("The two groups were alike ({}).", "Baseline values were balanced ({})."))
        return Result(text.format(draw.choice(_P_FORMS[:6]).format(f"{number:.3f}")), "impossible", ("impossible_p",) if wrong else ())
    percent = draw.uniform(100.5, 300) if wrong else draw.uniform(0, 100)
    text = draw.choice(("{}% of patients responded.", "A {}% objective response rate was seen.", "The survival rate was {} percent."))
    return Result(text.format(f"{percent:.1f}"), "impossible", ("percent_out_of_range",) if wrong else ())


_WHOLE = (
    "Median {x} was {a} months with FRX-101 versus {b} months with placebo ({m}; 95% CI: {lo}-{hi}; {p}), a {r}% reduction in the risk of death.",
    "FRX-101 reduced the risk of death by {r}% compared with placebo ({m} [95% CI: {lo}, {hi}]; {p}), with a median {x} of {a} versus {b} months.",
    "FRX-101 demonstrated a {r}% reduction in the risk of progression or death versus chemotherapy (median, {a} vs. {b} months; {m}; 95% CI {lo} to {hi}; {p}).",
    "Patients on FRX-101 had a {r}% lower risk of death ({m} [95% CI: {lo}-{hi}], {p}); median {x} was {a} months (95% CI: {c}, NE) vs. {b} months.",
    "At week 24, median {x} was {a} months (95% CI: {c}-not reached) for FRX-101 and {b} months for placebo; {m} (95% CI {lo}–{hi}), {p}, a {r}% reduction in the risk of death.",
    "Median {x} was not reached for FRX-101 versus {b} months for placebo ({m}, 95% CI: {lo}-{hi}, {p}), representing a {r}% reduction in the risk of death.",
)


def whole(draw: random.Random, wrong: bool) -> Result:
    """Medians, ratio, interval, p value and reduction in one sentence."""
    for _ in range(1000):
        known = ratio(draw, "95")
        if known.value < 0.9:
            break
    value, percent, checks = round(known.value, 2), 100 - 100 * round(known.value, 2), ()
    if wrong and draw.random() < 0.5:
        percent, checks = (percent + draw.uniform(3, 20), ("hr_vs_percent_reduction",))
        percent = percent if percent < 99 else 40.0 if value < 0.5 else 70.0
    elif wrong:
        value, checks = round(known.high, 2) + draw.uniform(0.02, 0.2), ("estimate_outside_ci",)
        percent = abs(100 - 100 * round(value, 2))
        if value >= 1:
            value, percent = max(round(known.low, 2) - 0.05, 0.01), 100 - 100 * round(max(round(known.low, 2) - 0.05, 0.01), 2)
    a = draw.uniform(12, 40)
    text = draw.choice(_WHOLE).format(
        x=draw.choice(("overall survival", "progression-free survival", "OS", "PFS")), a=f"{a:.1f}", b=f"{a * 0.7:.1f}", c=f"{a * 0.8:.1f}", r=f"{percent:.0f}",
        m=draw.choice(_MEASURES[:13]).format(e=f"{value:.2f}"), lo=f"{known.low:.2f}", hi=f"{known.high:.2f}", p=p_text(draw, known.p))  # fmt: skip
    return Result(text, "whole", checks)


_ROWS = (
    "{x}, HR (95% CI) {e} ({lo}, {hi})",
    "{x}, hazard ratio (95% CI): {e} ({lo}-{hi})",
    "{x} HR 95% CI {e} [{lo}, {hi}] {p}",
    "Difference (95% CI) {e} ({lo}, {hi})",
    "{x}, median months (95% CI) {e} ({lo}-{hi}) 4.4 (3.5, 6.1)",
)


def row(draw: random.Random, wrong: bool) -> Result:
    """A row of a table, with the name of the interval before the estimate."""
    known = ratio(draw, "95")
    value = known.high + draw.uniform(0.03, 0.4) if wrong else known.value
    text = draw.choice(_ROWS).format(
        x=draw.choice(_ENDPOINTS), e=f"{value:.2f}", lo=f"{known.low:.2f}", hi=f"{known.high:.2f}", p=f"{known.p:.3f}"
    )
    return Result(capital(text), "row", ("estimate_outside_ci",) if wrong else ())


_CHANGES = (
    "The LS mean change from baseline was {a} (SE 0.2) with FRX-101 and {b} (SE 0.2) with placebo, a least-squares mean difference of {d} (95% CI {lo}, {hi}; {p}).",
    "Change from baseline at week 24: {a} (SE 0.2) for FRX-101 versus {b} (SE 0.3) for placebo (difference {d}; 95% CI: {lo} to {hi}; {p}).",
    "FRX-101 improved the FERRIS-7 by {a} points versus {b} points for placebo (LS mean difference: {d} [95% CI: {lo}; {hi}], {p}).",
    "The placebo-adjusted mean difference was {d} (SE 0.4; 95% CI, {lo} to {hi}; {p}) in favor of FRX-101, from {a} ± 2.1 to {b} ± 2.2.",
)


def change(draw: random.Random, wrong: bool) -> Result:
    """Changes from baseline in two arms and their difference by a model."""
    known = difference(draw, "95")
    value = max(known.high, -known.low) + draw.uniform(0.5, 5) if wrong else known.value
    b = draw.uniform(-3, 3)
    text = draw.choice(_CHANGES).format(
        a=f"{b + value:.1f}", b=f"{b:.1f}", d=f"{value:.1f}", lo=f"{known.low:.1f}", hi=f"{known.high:.1f}", p=p_text(draw, known.p)
    )
    return Result(text, "change", ("estimate_outside_ci",) if wrong else ())


_PAIRS = (
    "The response rate was {p}% ({k}/{n}) with FRX-101 versus {q}% ({j}/{m}) with placebo.",
    "Responses were seen in {k} of {n} patients ({p}%) on FRX-101 compared to {j} of {m} ({q}%) on placebo.",
    "Nausea occurred in {p}% ({k}/{n}) of patients on FRX-101 and {q}% ({j}/{m}) of those on placebo.",
    "{p}% of patients on FRX-101 ({k}/{n}) and {q}% on placebo ({j}/{m}) were in remission at week 24.",
    "Remission: {k}/{n} ({p}%) vs. {j}/{m} ({q}%).",
)


def pair(draw: random.Random, wrong: bool) -> Result:
    """The counts of two arms."""
    n, m = draw.randint(20, 400), draw.randint(20, 400)
    k, j, places = draw.randint(0, n), draw.randint(0, m), draw.choice((0, 1))
    first, second = 100 * k / n, 100 * j / m
    if wrong and draw.random() < 0.5:
        first = first + 7 if first < 50 else first - 7
    elif wrong:
        second = second + 7 if second < 50 else second - 7
    text = draw.choice(_PAIRS).format(k=k, n=n, j=j, m=m, p=f"{first:.{places}f}", q=f"{second:.{places}f}")
    return Result(text, "pair", ("count_percent_mismatch",) if wrong else ())


KINDS: tuple[tuple[Callable[[random.Random, bool], Result], int], ...] = (
    *((estimate, 5), (claim, 3), (crossing, 2), (share, 4), (reduction, 3), (gap, 2), (median, 2), (arms, 1), (impossible, 1)),
    *((whole, 4), (row, 1), (change, 2), (pair, 3)),
)  # fmt: skip


def set_as_wires_do(draw: random.Random, text: str) -> str:
    """The text with other dashes, spaces and decimal points, and with a footnote's digit glued to a word."""
    if draw.random() < 0.3:
        text = _between_digits(text, "-", draw.choice("–—‒"))
    if draw.random() < 0.3:
        text = text.replace(" -", " " + draw.choice("−–"))
    if draw.random() < 0.08:
        text = _between_digits(text, ".", "·")
    if draw.random() < 0.2:
        space = draw.choice(("\u00a0", "\u2009", "\u202f"))
        for sign in ("=", "<", "%", "CI"):
            text = text.replace(f" {sign}", f"{space}{sign}").replace(f"{sign} ", f"{sign}{space}")
    if draw.random() < 0.1:
        text = text.replace("patients ", "patients1 ", 1).replace("placebo ", "placebo2 ", 1)
    return text


def _between_digits(text: str, old: str, new: str) -> str:
    chars = list(text)
    for at in range(1, len(chars) - 1):
        if chars[at] == old and chars[at - 1].isdigit() and chars[at + 1].isdigit():
            chars[at] = new
    return "".join(chars)


def results(seed: int, number: int, *, wrong: bool) -> Iterator[Result]:
    """So many results, the same for the same seed."""
    draw = random.Random(seed)
    kinds, weights = zip(*KINDS, strict=True)
    for kind in draw.choices(kinds, weights, k=number):
        result = kind(draw, wrong)
        yield result._replace(text=set_as_wires_do(draw, result.text))
