namespace TrainingHub.Sessions.Plans;

/// <summary>Who sits in which batch while a proposal is made, and what the rules say of the next. People and batches are named by their place in the order.</summary>
internal sealed class BatchRooms
{
    // So many looks at a seat while others are moved: enough for any plan that people make, and over in a moment for those they do not.
    private const int MostLooks = 4_000_000;

    private readonly PlanPerson[] _people;
    private readonly PlanBatch[] _batches;
    private readonly PlanRules _rules;

    // For each batch its days, and the batches that meet on one of them, itself included.
    private readonly int[][] _days;
    private readonly int[][] _together;
    private readonly int[] _units;
    private readonly int[] _mostOfUnit;
    private readonly int[] _alike;
    private readonly bool[,] _isShut;

    // People and leaders of each unit who are away on each day.
    private readonly int[,] _ofUnit;
    private readonly int[,] _leaders;
    private readonly List<int>[] _seated;
    private readonly int?[] _batchOf;
    private readonly bool[] _isKept;
    private int _looks;

    public BatchRooms(PlanPerson[] people, PlanBatch[] batches, PlanRules rules)
    {
        (_people, _batches, _rules) = (people, batches, rules);
        Guid[] units = [.. people.Select(person => person.UnitId).Distinct()];
        var places = units.Index().ToDictionary(one => one.Item, one => one.Index);
        var sizes = people.CountBy(person => person.UnitId).ToDictionary();
        _units = [.. people.Select(person => places[person.UnitId])];
        _mostOfUnit = [.. units.Select(unit => rules.MostOf(unit, sizes[unit]))];
        _together = [.. batches.Select(batch => batches.Index().Where(other => other.Item.Overlaps(batch)).Select(other => other.Index).ToArray())];
        DateOnly[] days = [.. batches.SelectMany(batch => batch.Days).Distinct()];
        _days = [.. batches.Select(batch => batch.Days.Distinct().Select(day => Array.IndexOf(days, day)).ToArray())];
        (_ofUnit, _leaders) = (new int[units.Length, days.Length], new int[units.Length, days.Length]);
        _seated = [.. batches.Select(_ => new List<int>())];
        (_batchOf, _isKept, _isShut) = (new int?[people.Length], new bool[people.Length], new bool[people.Length, batches.Length]);
        var kinds = new Dictionary<(int, bool, string), int>();
        _alike = new int[people.Length];
        foreach (var (at, person) in people.Index())
        {
            foreach (var (place, batch) in batches.Index())
            {
                _isShut[at, place] = Shut(person, batch, rules) is not null;
            }

            var shut = string.Concat(Enumerable.Range(0, batches.Length).Select(place => _isShut[at, place] ? '1' : '0'));
            _alike[at] = kinds.TryGetValue((_units[at], person.IsLeader, shut), out var kind) ? kind : kinds[(_units[at], person.IsLeader, shut)] = kinds.Count;
        }
    }

    public bool HasFreeSeat => Enumerable.Range(0, _batches.Length).Any(batch => _batches[batch].IsOpen && IsFree(batch));

    public int? BatchOf(int person) => _batchOf[person];

    /// <summary>The same number for those of one unit whom the same batches can take: where one finds no room, neither does the other.</summary>
    public int AlikeOf(int person) => _alike[person];

    /// <summary>Why the batch is closed to the person whoever sits there; null when it is not.</summary>
    public static PlaceRefusal? Shut(PlanPerson person, PlanBatch batch, PlanRules rules) =>
        !batch.IsOpen ? PlaceRefusal.Over
        : person.KeptOut.Contains(batch.Number) ? PlaceRefusal.KeptOut
        : person.Declined.Contains(batch.Number) ? PlaceRefusal.Declined
        : batch.LastDay > rules.CutOffDay || batch.LastDay > person.Deadline ? PlaceRefusal.TooLate
        : null;

    /// <summary>Why the batch cannot take the person as it stands; null when it can.</summary>
    public PlaceRefusal? Refusal(int person, int batch)
    {
        _looks++;
        return _isShut[person, batch] ? Shut(_people[person], _batches[batch], _rules)
            : _people[person].IsLeader && Most(_leaders, _units[person], batch) > 0 ? PlaceRefusal.LeaderThere
            : Most(_ofUnit, _units[person], batch) >= _mostOfUnit[_units[person]] ? PlaceRefusal.ShareReached
            : !IsFree(batch) ? PlaceRefusal.Full
            : null;
    }

    /// <summary>What the batches say to somebody without a place, each reason once.</summary>
    public IReadOnlyList<PlaceRefusal> Refusals(int person) =>
        _batches.Length is 0 ? [PlaceRefusal.NoBatch] : [.. Enumerable.Range(0, _batches.Length).Select(batch => Refusal(person, batch)).OfType<PlaceRefusal>().Distinct().Order()];

    /// <summary>Puts somebody into the batch that can take them on whose days the fewest of their unit are away, of several the earliest.</summary>
    public bool Place(int person)
    {
        var best = -1;
        for (var batch = 0; batch < _batches.Length; batch++)
        {
            if (Refusal(person, batch) is null && (best < 0 || Most(_ofUnit, _units[person], batch) < Most(_ofUnit, _units[person], best)))
            {
                best = batch;
            }
        }

        if (best >= 0)
        {
            Put(person, best);
        }

        return best >= 0;
    }

    /// <summary>Finds a place for somebody by moving others who are neither called nor pinned.</summary>
    public bool MakeRoom(int person) => MakeRoom(person, new bool[_batches.Length]);

    public void Put(int person, int batch, bool isKept = false)
    {
        (_batchOf[person], _isKept[person]) = (batch, isKept);
        _seated[batch].Add(person);
        Count(person, batch, 1);
    }

    /// <summary>Why somebody is where they are.</summary>
    public PlacedPerson Explain(int at)
    {
        var (person, batch) = (_people[at], _batchOf[at] ?? throw new InvalidOperationException("Nobody explains the place of who has none."));
        var number = _batches[batch].Number;
        if (_isKept[at] || person.Deadline is not null)
        {
            return new PlacedPerson(person.Id, number, !_isKept[at] ? PlaceReason.PostEnds : person.CalledTo == number ? PlaceReason.Called : PlaceReason.Pinned, null);
        }

        // As the others sit: without the person.
        Count(at, batch, -1);
        var earlier = Enumerable.Range(0, batch).Select(place => (Place: place, Reason: ReasonAgainst(at, place))).OrderBy(one => one.Reason).ThenBy(one => one.Place).ToList();
        Count(at, batch, 1);
        return earlier.Count is 0 ? new PlacedPerson(person.Id, number, PlaceReason.Earliest, null) : new PlacedPerson(person.Id, number, earlier[0].Reason, _batches[earlier[0].Place].Number);
    }

    private PlaceReason ReasonAgainst(int person, int batch) => Refusal(person, batch) switch
    {
        PlaceRefusal.LeaderThere => PlaceReason.LeaderApart,
        PlaceRefusal.ShareReached or null => PlaceReason.Spread,
        PlaceRefusal.Full => PlaceReason.EarlierFull,
        _ => PlaceReason.EarlierShut,
    };

    private bool MakeRoom(int person, bool[] seen)
    {
        for (var batch = 0; batch < _batches.Length && _looks < MostLooks; batch++)
        {
            if (seen[batch] || _isShut[person, batch])
            {
                continue;
            }

            var refusal = Refusal(person, batch);
            if (refusal is null)
            {
                Put(person, batch);
                return true;
            }

            seen[batch] = true;
            if (InTheWay(person, batch, refusal.Value).Exists(other => Swap(person, batch, other, seen)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Those of whom one would have to go: of several who are alike the first.</summary>
    private List<int> InTheWay(int person, int batch, PlaceRefusal refusal)
    {
        var unit = _units[person];
        var sitting = refusal is PlaceRefusal.Full ? _seated[batch] : _together[batch].SelectMany(place => _seated[place]).Where(other => _units[other] == unit && (refusal is PlaceRefusal.ShareReached || _people[other].IsLeader));
        return [.. sitting.Where(other => !_isKept[other]).DistinctBy(other => (_alike[other], _batchOf[other]))];
    }

    private bool Swap(int person, int batch, int other, bool[] seen)
    {
        if (_batchOf[other] is not { } from)
        {
            return false;
        }

        Take(other, from);
        if (Refusal(person, batch) is null)
        {
            Put(person, batch);
            if (MakeRoom(other, seen))
            {
                return true;
            }

            Take(person, batch);
        }

        Put(other, from);
        return false;
    }

    private void Take(int person, int batch)
    {
        _batchOf[person] = null;
        _seated[batch].Remove(person);
        Count(person, batch, -1);
    }

    private void Count(int person, int batch, int by)
    {
        foreach (var day in _days[batch])
        {
            _ofUnit[_units[person], day] += by;
            _leaders[_units[person], day] += _people[person].IsLeader ? by : 0;
        }
    }

    private bool IsFree(int batch) => _seated[batch].Count + _batches[batch].Guests < _batches[batch].Seats;

    /// <summary>On the day of the batch on which there are most.</summary>
    private int Most(int[,] counts, int unit, int batch)
    {
        var most = 0;
        foreach (var day in _days[batch])
        {
            most = Math.Max(most, counts[unit, day]);
        }

        return most;
    }
}
