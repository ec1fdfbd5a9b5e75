#!/usr/bin/env python3
"""Makes assets/world.json, the map, from Natural Earth's countries at 1:50 million as the npm package world-atlas has them.

    curl -s https://registry.npmjs.org/world-atlas/-/world-atlas-2.0.2.tgz | tar xz -C /tmp
    assets/world/make.py /tmp/package/countries-50m.json > assets/world.json

It needs nothing but Python and gives the same bytes each time. assets/README.md says what it decides.
"""

import heapq
import json
import math
import sys

# Units of a degree that coordinates are counted in.
UNIT = 100
# The map begins at this meridian, in the Bering Strait, so that no country is cut in two.
WEST = -169
# A point of a line goes if the triangle with its neighbours is smaller, in square kilometres; likewise an island.
DETAIL, ISLAND = 80.0, 250.0
# Land without a seat that is smaller is left out.
LEAST = 1000.0
# As much finer in a state smaller than this.
SMALL, FINER = 30_000.0, 8.0
KM = 111.2

# ISO 3166-1: the number and the code of each member.
ISO = """
004AFG 008ALB 012DZA 020AND 024AGO 028ATG 031AZE 032ARG 036AUS 040AUT 044BHS 048BHR 050BGD 051ARM 052BRB 056BEL
064BTN 068BOL 070BIH 072BWA 076BRA 084BLZ 090SLB 096BRN 100BGR 104MMR 108BDI 112BLR 116KHM 120CMR 124CAN 132CPV
140CAF 144LKA 148TCD 152CHL 156CHN 170COL 174COM 178COG 180COD 188CRI 191HRV 192CUB 196CYP 203CZE 204BEN 208DNK
212DMA 214DOM 218ECU 222SLV 226GNQ 231ETH 232ERI 233EST 242FJI 246FIN 250FRA 262DJI 266GAB 268GEO 270GMB 276DEU
288GHA 296KIR 300GRC 308GRD 320GTM 324GIN 328GUY 332HTI 340HND 348HUN 352ISL 356IND 360IDN 364IRN 368IRQ 372IRL
376ISR 380ITA 384CIV 388JAM 392JPN 398KAZ 400JOR 404KEN 408PRK 410KOR 414KWT 417KGZ 418LAO 422LBN 426LSO 428LVA
430LBR 434LBY 438LIE 440LTU 442LUX 450MDG 454MWI 458MYS 462MDV 466MLI 470MLT 478MRT 480MUS 484MEX 492MCO 496MNG
498MDA 499MNE 504MAR 508MOZ 512OMN 516NAM 520NRU 524NPL 528NLD 548VUT 554NZL 558NIC 562NER 566NGA 578NOR 583FSM
584MHL 585PLW 586PAK 591PAN 598PNG 600PRY 604PER 608PHL 616POL 620PRT 624GNB 626TLS 634QAT 642ROU 643RUS 646RWA
659KNA 662LCA 670VCT 674SMR 678STP 682SAU 686SEN 688SRB 690SYC 694SLE 702SGP 703SVK 704VNM 705SVN 706SOM 710ZAF
716ZWE 724ESP 728SSD 729SDN 740SUR 748SWZ 752SWE 756CHE 760SYR 762TJK 764THA 768TGO 776TON 780TTO 784ARE 788TUN
792TUR 795TKM 798TUV 800UGA 804UKR 807MKD 818EGY 826GBR 834TZA 840USA 854BFA 858URY 860UZB 862VEN 882WSM 887YEM
894ZMB
"""
# Where a state of scattered islands is marked; Natural Earth has none of Tuvalu's at this scale.
SEATS = {"KIR": (172.98, 1.42), "TUV": (179.19, -8.52)}
# Who governs it and to whom the Assembly counts it differ (A/RES/68/262): no member's land on this map.
CRIMEA = (34.2, 45.2)


def main():
    topology = json.load(open(sys.argv[1]))
    members = {word[:3]: word[3:] for word in ISO.split()}
    arcs, countries = decoded(topology), topology["objects"]["countries"]["geometries"]
    arcs = simplified(arcs, countries)
    crimea, land = [], {}
    for country in countries:
        name, code = country["properties"]["name"], members.get(country.get("id"))
        if name == "Antarctica":
            continue
        rings = [joined(ring, arcs) for polygon in polygons(country) for ring in polygon]
        if code == "RUS":
            crimea = [ring for ring in rings if inside(CRIMEA, [ring])]
            rings = [ring for ring in rings if ring not in crimea]
        # Natural Earth has some members in two parts.
        land.setdefault((code, None if code else name), []).extend(rings)
    land[None, "Crimea"] = crimea
    areas = [area(code, name, rings) for (code, name), rings in land.items()]
    areas.append({"code": "TUV", "at": counted(SEATS["TUV"]), "rings": []})
    areas = [area for area in areas if "code" in area or area.pop("km2") >= LEAST]
    areas.sort(key=lambda area: (area.get("code", "~"), area.get("name", "")))
    found = {area["code"] for area in areas if "code" in area}
    assert found == set(members.values()), found ^ set(members.values())
    source = "Natural Earth 4.1.0, countries at 1:50 million, public domain; by npm world-atlas 2.0.2"
    lines = ",\n".join(json.dumps(area, separators=(",", ":"), ensure_ascii=False) for area in areas)
    print(f'{{"source":"{source}","unit":{UNIT},"areas":[\n{lines}\n]}}')


def decoded(topology):
    """The arcs as lines of points in degrees, east of WEST."""
    scale, origin = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * scale[0] + origin[0], y * scale[1] + origin[1]))
        lines.append(line)
    return lines


def polygons(country):
    if country["type"] == "Polygon":
        return [country["arcs"]]
    return country["arcs"] if country["type"] == "MultiPolygon" else []


def simplified(arcs, countries):
    """The arcs with less detail: both sides of a border keep the same points, small states more of them."""
    detail = [DETAIL] * len(arcs)
    for country in countries:
        rings = [joined(ring, arcs) for polygon in polygons(country) for ring in polygon]
        if sum(map(size, rings)) < SMALL:
            for polygon in polygons(country):
                for at in (at for ring in polygon for at in ring):
                    detail[at if at >= 0 else ~at] = DETAIL / FINER
    return [thinned(arc, least) for arc, least in zip(arcs, detail)]


def thinned(line, least):
    """The line without the points that matter least, by Visvalingam and Whyatt's rule."""
    before, behind = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    alive = [True] * len(line)

    def triangle(at):
        return abs(size([line[before[at]], line[at], line[behind[at]]]))

    heap = [(triangle(at), at) for at in range(1, len(line) - 1)]
    weight = dict((at, found) for found, at in heap)
    heapq.heapify(heap)
    left, keep = len(line), 4 if line[0] == line[-1] else 2
    while heap and left > keep:
        found, at = heapq.heappop(heap)
        if not alive[at] or weight[at] != found:
            continue
        if found >= least:
            break
        alive[at], left = False, left - 1
        behind[before[at]], before[behind[at]] = behind[at], before[at]
        for near in (before[at], behind[at]):
            if 0 < near < len(line) - 1:
                weight[near] = max(triangle(near), found)
                heapq.heappush(heap, (weight[near], near))
    return [point for point, kept in zip(line, alive) if kept]


def joined(ring, arcs):
    """A ring of arcs as points, in one piece east of WEST, without the last, which is the first."""
    points = []
    for at in ring:
        line = arcs[at] if at >= 0 else arcs[~at][::-1]
        points += line[1:] if points else line
    whole = [points[0]]
    for x, y in points[1:-1]:
        whole.append((x + 360 * round((whole[-1][0] - x) / 360), y))
    middle = sum(x for x, _ in whole) / len(whole)
    turn = 360 * math.floor((middle - WEST) / 360)
    return [(x - turn, y) for x, y in whole]


def size(ring):
    """The size in square kilometres, on a sphere."""
    high = [math.sin(math.radians(y)) for _, y in ring]
    pairs = zip(ring, ring[1:] + ring[:1], high, high[1:] + high[:1])
    return abs(sum((b[0] - a[0]) * (low + up) for a, b, low, up in pairs)) / 2 * KM * KM * math.degrees(1)


def area(code, name, rings):
    # Rings within others are holes; all others are land.
    others = lambda ring: [other for other in rings if other is not ring]
    whole = sum(-size(ring) if inside(ring[0], others(ring)) else size(ring) for ring in rings)
    largest = max(rings, key=size)
    least = ISLAND if whole >= SMALL else ISLAND / FINER
    kept = [ring for ring in rings if ring is largest or size(ring) >= least]
    at = SEATS.get(code) or middle(largest, kept)
    entry = {"code": code} if code else {"name": name}
    # How large it is matters for land without a seat alone.
    extent = {} if code else {"km2": whole}
    return entry | {"at": counted(at)} | extent | {"rings": [r for r in map(steps, kept) if len(r) > 4]}


def counted(point):
    return [round(point[0] * UNIT), round(point[1] * UNIT)]


def steps(ring):
    """The first point, then the way to each next one."""
    last, out = (0, 0), []
    for point in map(counted, ring):
        if not out or tuple(point) != last:
            out += [point[0] - last[0], point[1] - last[1]]
            last = tuple(point)
    return out


def inside(point, rings):
    x, y = point
    odd = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                odd = not odd
    return odd


def middle(ring, rings):
    """The point in a ring that is farthest from every line: where a label stands best."""
    wide = math.cos(math.radians(sum(y for _, y in ring) / len(ring)))

    def room(x, y):
        nearest = min(
            distance(x * wide, y, a[0] * wide, a[1], b[0] * wide, b[1])
            for other in rings
            for a, b in zip(other, other[1:] + other[:1])
        )
        return nearest if inside((x, y), rings) else -nearest

    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    x0, y0, step_x, step_y = min(xs), min(ys), (max(xs) - min(xs)) / 12, (max(ys) - min(ys)) / 12
    places = [(x0 + step_x * (i + 0.5), y0 + step_y * (j + 0.5)) for i in range(12) for j in range(12)]
    best = max(places, key=lambda place: room(*place))
    for _ in range(6):
        step_x, step_y = step_x / 2, step_y / 2
        near = [(best[0] + step_x * i, best[1] + step_y * j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        best = max(near, key=lambda place: room(*place))
    return best


def distance(x, y, ax, ay, bx, by):
    dx, dy = bx - ax, by - ay
    along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy or 1)
    along = min(1, max(0, along))
    return math.hypot(x - ax - along * dx, y - ay - along * dy)


main()
