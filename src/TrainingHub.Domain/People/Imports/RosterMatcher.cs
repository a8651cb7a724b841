using System.Globalization;
using TrainingHub.Organizations;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>
/// Compares a roster with the people known and says, row by row, what is to be written. Without a database: everything it needs was read before.
/// The same file against what it left behind gives <see cref="RowVerdict.Unchanged"/> throughout.
/// </summary>
public sealed class RosterMatcher
{
    private readonly ImportTerms _terms;
    private readonly UnitIndex _units;
    private readonly PositionIndex _positions;
    private readonly IReadOnlyCollection<KnownPerson> _everybody;
    private readonly PersonIndex _people;
    private readonly Dictionary<(string, int), RowDecision> _decisions;
    private readonly Func<Guid> _nextId;
    private readonly Dictionary<Guid, string> _unitNames;
    private readonly Dictionary<Guid, string> _positionNames;

    public RosterMatcher(
        ImportTerms terms, IReadOnlyCollection<KnownUnit> units, IReadOnlyCollection<KnownPosition> positions,
        IReadOnlyCollection<KnownPerson> people, IEnumerable<RowDecision> decisions, IEnumerable<UnitMeaning> meanings, Func<Guid> nextId)
    {
        _terms = terms;
        _units = new UnitIndex(units, meanings, terms.EffectiveDay);
        _positions = new PositionIndex(positions);
        _everybody = people;
        _people = new PersonIndex(people);
        _decisions = decisions.ToDictionary(decision => (decision.Sheet, decision.Number));
        _nextId = nextId;
        _unitNames = units.ToDictionary(unit => unit.Id, unit => unit.Name);
        _positionNames = positions.ToDictionary(position => position.Id, position => position.Name);
    }

    /// <summary>One plan for every row, in the order of the file, then one for every post that a full list leaves out.</summary>
    public IReadOnlyList<RowPlan> Match(IReadOnlyList<RosterRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var drafts = rows.Select(row => new Draft(row)).ToList();
        RefuseTwice(drafts);
        foreach (var draft in drafts.Where(draft => draft.Problem is null))
        {
            Resolve(draft);
        }

        FindPeople(drafts);
        foreach (var group in drafts.Where(draft => draft.Plan is null && draft.Problem is null).GroupBy(draft => draft.PersonId).ToList())
        {
            PlanPosts([.. group]);
        }

        var plans = drafts.Select(draft => draft.Plan ?? Refused(draft)).ToList();
        if (_terms.Mode == ImportMode.Full)
        {
            plans.AddRange(Absent(plans));
        }

        return plans;
    }

    /// <summary>How many people hold a post in the units on the effective day: what five percent are counted of.</summary>
    public int PeopleToday => _everybody.Count(person => person.Posts.Any(post => post.Place == PostPlace.Spoken && post.HoldsOn(_terms.EffectiveDay)));

    // One human with several posts writes one row for each, one of them marked as the main one. Everything else that stands twice is refused.
    private static void RefuseTwice(List<Draft> drafts)
    {
        foreach (var group in drafts.Where(draft => draft.Key.Length > 0).GroupBy(draft => draft.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var several = group.ToList();
            if (!ArePostsOfOne(several))
            {
                RefuseAll(several);
            }
        }

        // Without any number nobody can say whether they are one human with two posts or two namesakes.
        var nameless = drafts.Where(draft => draft.Key.Length == 0 && draft.FoldedName.Length > 0)
            .GroupBy(draft => $"{draft.FoldedName}|{NameFolding.Fold(draft.Row.Unit ?? "")}", StringComparer.Ordinal);
        foreach (var group in nameless.Where(group => group.Count() > 1))
        {
            RefuseAll([.. group]);
        }
    }

    private static bool ArePostsOfOne(List<Draft> drafts) =>
        drafts.Select(draft => draft.FoldedName).Distinct(StringComparer.Ordinal).Count() == 1
        && drafts.Select(draft => draft.PostKey).Distinct(StringComparer.Ordinal).Count() == drafts.Count
        && drafts.Count(draft => draft.Row.IsPrimary == true) == 1 && drafts.TrueForAll(draft => draft.Row.IsPrimary is not null);

    private static void RefuseAll(List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            var others = string.Join('、', drafts.Where(other => other != draft).Take(5).Select(other => other.Row.Number.ToString(CultureInfo.InvariantCulture)));
            draft.Problem ??= draft.Row.StaffNumber is { } number
                ? new RowProblem(RowReason.StaffNumberTwice, RosterColumn.StaffNumber, number, others)
                : new RowProblem(RowReason.RowTwice, RosterColumn.Name, draft.Row.Name, others);
        }
    }

    private void Resolve(Draft draft)
    {
        (draft.Unit, draft.Problem) = _units.Find(draft.Row.Unit, draft.Row.Until ?? (draft.Row.HasLeft ? DayBefore : Day.Open));
        if (draft.Problem is null && draft.Row.Position is { } position)
        {
            (draft.Position, draft.Problem) = _positions.Find(position);
        }

        var until = draft.Row.Until ?? Day.Open;
        if (draft.Problem is null && draft.Row.From is null && until < _terms.PresumedStart && draft.Row.Until is not null)
        {
            draft.EndsBeforePresumedStart = true;
        }
    }

    private void FindPeople(List<Draft> drafts)
    {
        var open = drafts.Where(draft => draft.Problem is null).ToList();
        foreach (var draft in open)
        {
            FindByNumbers(draft);
        }

        // Only those whom no number claims can be meant by a bare name.
        var claimed = open.Where(draft => draft.Person is not null).Select(draft => draft.Person!.Id).ToHashSet();
        var fresh = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var draft in open.Where(draft => draft.Person is null && draft.Problem is null))
        {
            FindByName(draft, claimed);
            if (draft.Person is null && draft.Problem is null)
            {
                // Several posts of one new human share the id.
                draft.IsNew = true;
                draft.PersonId = draft.Key.Length > 0 && fresh.TryGetValue(draft.Key, out var id) ? id : _nextId();
                fresh.TryAdd(draft.Key, draft.PersonId);
            }
        }
    }

    private void FindByNumbers(Draft draft)
    {
        var (row, name) = (draft.Row, draft.FoldedName);
        var byNumber = _people.OfStaffNumber(row.StaffNumber);
        var byPhone = _people.OfPhoneAndName(row.Phone, name);
        if (byNumber is not null && byPhone is not null && byNumber.Id != byPhone.Id)
        {
            draft.Problem = IsStranger(byNumber) || IsStranger(byPhone)
                ? new RowProblem(RowReason.NumbersDisagreeElsewhere, RosterColumn.StaffNumber, row.StaffNumber ?? "")
                : new RowProblem(RowReason.NumbersDisagree, RosterColumn.StaffNumber, row.StaffNumber ?? "");
            return;
        }

        if (byNumber is not null && byPhone is null && !string.Equals(byNumber.FoldedName, name, StringComparison.Ordinal) && !IsStranger(byNumber))
        {
            Ask(draft, byNumber, RowReason.NameDiffers);
            return;
        }

        Take(draft, byNumber ?? byPhone);
    }

    private void FindByName(Draft draft, HashSet<Guid> claimed)
    {
        var namesakes = _people.OfName(draft.FoldedName).Where(person => !claimed.Contains(person.Id) && !AreDifferent(person, draft.Row)).ToList();
        var here = namesakes.Where(person => person.Posts.Any(post => post.OrganizationId == draft.Unit?.Id)).ToList();
        if (here.Count == 0 && draft.Row.StaffNumber is null && draft.Row.Phone is null)
        {
            here = namesakes;
        }

        if (_decisions.TryGetValue((draft.Row.Sheet, draft.Row.Number), out var decision))
        {
            if (decision.PersonId is { } meant && here.FirstOrDefault(person => person.Id == meant) is { } person)
            {
                claimed.Add(person.Id);
                Take(draft, person);
            }

            return;
        }

        // Nothing would be written: no need to ask, and the same file twice stays without a change.
        if (here.FirstOrDefault(person => PlanOne(draft, person).Verdict == RowVerdict.Unchanged) is { } same)
        {
            claimed.Add(same.Id);
            Take(draft, same);
        }
        else if (here.Count > 0)
        {
            Ask(draft, here[0], RowReason.SameName);
        }
    }

    private static bool AreDifferent(KnownPerson person, RosterRow row) =>
        person.StaffNumber is { } known && row.StaffNumber is { } said && !string.Equals(PersonIndex.Key(known), PersonIndex.Key(said), StringComparison.Ordinal);

    private void Ask(Draft draft, KnownPerson candidate, RowReason reason)
    {
        if (!_decisions.TryGetValue((draft.Row.Sheet, draft.Row.Number), out var decision))
        {
            draft.Candidate = candidate;
            draft.Problem = new RowProblem(reason, RosterColumn.Name, draft.Row.Name, Describe(candidate));
        }
        else if (decision.PersonId == candidate.Id)
        {
            Take(draft, candidate);
        }
        else if (reason == RowReason.NameDiffers)
        {
            draft.Problem = new RowProblem(RowReason.StaffNumberTaken, RosterColumn.StaffNumber, draft.Row.StaffNumber ?? "");
        }
    }

    private string Describe(KnownPerson person)
    {
        var post = person.Posts.Where(post => post.Place == PostPlace.Spoken).OrderByDescending(post => post.Until).FirstOrDefault();
        return post is null ? person.Name : $"{person.Name}（{_unitNames.GetValueOrDefault(post.OrganizationId, "")}，{_positionNames.GetValueOrDefault(post.PositionId, "")}）";
    }

    private void Take(Draft draft, KnownPerson? person)
    {
        if (person is null)
        {
            return;
        }

        draft.Person = person;
        draft.PersonId = person.Id;
        var current = person.Posts.Where(post => post.Until >= (draft.Row.From ?? _terms.EffectiveDay)).ToList();
        var isHere = person.Posts.Any(post => post.Place == PostPlace.Spoken && (post.Until >= _terms.EffectiveDay || Overlaps(post, draft.Row)));
        if (!isHere && current.Exists(post => post.Place != PostPlace.Spoken))
        {
            var known = IsStranger(person) ? "" : string.Join('、', current.Select(post => _unitNames.GetValueOrDefault(post.OrganizationId, "")).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal));
            draft.Problem = new RowProblem(RowReason.RegisteredElsewhere, RosterColumn.Name, draft.Row.Name, known);
        }
        else if (!isHere && IsStranger(person) && !string.Equals(person.FoldedName, draft.FoldedName, StringComparison.Ordinal))
        {
            draft.Problem = new RowProblem(RowReason.RegisteredElsewhere, RosterColumn.Name, draft.Row.Name);
        }
    }

    private static bool IsStranger(KnownPerson person) =>
        person.Posts.Any(post => post.Place == PostPlace.Elsewhere) && !person.Posts.Any(post => post.Place is PostPlace.Spoken or PostPlace.Reached);

    private static bool Overlaps(KnownPost post, RosterRow row) =>
        post.From <= (row.Until ?? Day.Open) && (row.From ?? row.Until ?? post.From) <= post.Until;

    private void PlanPosts(List<Draft> drafts)
    {
        if (drafts.Count > 1 && !ArePostsOfOne(drafts))
        {
            // One row found its human by the staff number, another by the phone.
            RefuseAll(drafts);
            return;
        }

        var person = drafts[0].Person;
        var left = person?.Posts.Where(post => post.Place == PostPlace.Spoken).ToList() ?? [];
        var pairs = new Dictionary<Draft, KnownPost>();
        foreach (var draft in drafts)
        {
            if (SamePost(draft, left) is { } same)
            {
                pairs[draft] = same;
                left.Remove(same);
            }
        }

        // What remains of one human on both sides is a change of post, unless the row says that it is a second one.
        left.RemoveAll(post => !post.HoldsOn(_terms.EffectiveDay));
        // A post that is over is another one, however much the person holds today.
        foreach (var draft in drafts.Where(draft => !pairs.ContainsKey(draft) && draft.Row.IsPrimary != false && !draft.Row.HasLeft && !(draft.Row.Until < _terms.EffectiveDay)))
        {
            if (left.OrderByDescending(post => post.OrganizationId == draft.Unit?.Id).ThenByDescending(post => post.IsPrimary).FirstOrDefault() is { } old)
            {
                pairs[draft] = old;
                left.Remove(old);
            }
        }

        var hasPrimary = person?.Posts.Any(post => post.IsPrimary && post.Until >= _terms.EffectiveDay) ?? false;
        foreach (var draft in drafts)
        {
            draft.Plan = Plan(draft, pairs.GetValueOrDefault(draft), ref hasPrimary);
        }

        PlanLeaves(drafts, person);
    }

    // Leave is a person's, not a post's: all rows of one human are compared together.
    private static void PlanLeaves(List<Draft> drafts, KnownPerson? person)
    {
        var changed = drafts.Select(draft => draft.Plan?.PostId).ToHashSet();
        var known = (person?.Posts ?? []).ToList();
        var planned = drafts.Select(draft => draft.Plan).OfType<RowPlan>().Where(plan => plan is { From: not null, Until: not null, Verdict: not RowVerdict.Refused }).Select(plan => (From: plan.From ?? default, Until: plan.Until ?? default)).ToList();
        List<(DateOnly From, DateOnly Until)> posts = [.. known.Select(post => (post.From, post.Until)), .. planned];
        var last = known.Where(post => !changed.Contains(post.Id)).Select(post => post.Until).Concat(planned.Select(post => post.Until)).DefaultIfEmpty(Day.Open).Max();
        var matcher = new LeaveMatcher(person?.Leaves ?? [], person is not null && IsStranger(person));
        foreach (var draft in drafts.Where(draft => draft.Row.Leaves.Count > 0 && draft.Plan is { Verdict: not RowVerdict.Refused }))
        {
            var differences = new List<FieldChange>();
            if (matcher.Match(draft.Row, posts, last, differences) is { } problem)
            {
                draft.Plan = Refused(draft) with { Problem = problem };
            }
            else if (draft.Plan is { } plan && differences.Count > 0)
            {
                draft.Plan = plan with { Verdict = plan.Verdict is RowVerdict.Unchanged ? RowVerdict.Changed : plan.Verdict, Differences = [.. plan.Differences, .. differences] };
            }
        }
    }

    private RowPlan PlanOne(Draft draft, KnownPerson person)
    {
        var hasPrimary = true;
        var trial = new Draft(draft.Row) { Unit = draft.Unit, Position = draft.Position, Person = person, PersonId = person.Id };
        trial.Plan = Plan(trial, SamePost(trial, person.Posts), ref hasPrimary);
        PlanLeaves([trial], person);
        return trial.Plan;
    }

    private KnownPost? SamePost(Draft draft, IReadOnlyList<KnownPost> posts) => posts
        .Where(post => post.OrganizationId == draft.Unit?.Id && post.PositionId == draft.Position?.Id && Overlaps(post, draft.Row))
        .OrderByDescending(post => post.HoldsOn(_terms.EffectiveDay)).ThenByDescending(post => post.Until).FirstOrDefault();

    private RowPlan Plan(Draft draft, KnownPost? post, ref bool hasPrimary)
    {
        var differences = draft.Person is { } person && !IsStranger(person) ? PersonDifferences(draft.Row, person) : [];
        var isSame = post is not null && post.OrganizationId == draft.Unit?.Id && post.PositionId == draft.Position?.Id;
        if (post is null)
        {
            return PlanAdded(draft, differences, ref hasPrimary);
        }

        return isSame ? PlanSame(draft, post, differences) : PlanMoved(draft, post, differences);
    }

    private static List<FieldChange> PersonDifferences(RosterRow row, KnownPerson person)
    {
        var differences = new List<FieldChange>();
        if (!string.Equals(NameFolding.Fold(row.Name), person.FoldedName, StringComparison.Ordinal))
        {
            differences.Add(new FieldChange(RosterColumn.Name, person.Name, row.Name));
        }

        if (row.StaffNumber is { } number && !string.Equals(PersonIndex.Key(number), PersonIndex.Key(person.StaffNumber ?? ""), StringComparison.Ordinal))
        {
            differences.Add(new FieldChange(RosterColumn.StaffNumber, person.StaffNumber, number));
        }

        if (row.Phone is { } phone && !string.Equals(phone, person.Phone, StringComparison.Ordinal))
        {
            differences.Add(new FieldChange(RosterColumn.Phone, person.Phone, phone));
        }

        return differences;
    }

    private RowPlan PlanAdded(Draft draft, List<FieldChange> differences, ref bool hasPrimary)
    {
        var row = draft.Row;
        if (draft.EndsBeforePresumedStart)
        {
            return Refused(draft) with
            {
                Problem = new RowProblem(RowReason.EndBeforeStart, RosterColumn.Until, row.Typed.GetValueOrDefault(RosterColumn.Until, ""), Written(_terms.PresumedStart)),
            };
        }

        if (row.HasLeft)
        {
            return Refused(draft) with { Problem = new RowProblem(RowReason.HasLeft, RosterColumn.Status, row.Typed.GetValueOrDefault(RosterColumn.Status, "")) };
        }

        if (draft.Unit is { } unit && unit.Until < (row.Until ?? Day.Open))
        {
            return Refused(draft) with { Problem = new RowProblem(RowReason.UnitClosed, RosterColumn.Unit, row.Unit ?? unit.Name) };
        }

        NoteLeave(differences, row, isEnded: row.Until is not null);
        var isPrimary = row.IsPrimary ?? !hasPrimary;
        hasPrimary |= isPrimary;
        return Draw(draft, RowVerdict.Added, differences) with
        {
            IsNewPerson = draft.IsNew,
            Change = PostChange.Add,
            From = row.From ?? _terms.PresumedStart,
            Until = row.Until ?? Day.Open,
            Employment = row.Employment ?? Employment.Established,
            IsPrimary = isPrimary,
            IsStartPresumed = row.From is null,
        };
    }

    private RowPlan PlanSame(Draft draft, KnownPost post, List<FieldChange> differences)
    {
        var row = draft.Row;
        var (from, until) = (row.From ?? post.From, row.Until ?? (row.HasLeft && post.Until > DayBefore ? DayBefore : post.Until));
        if (until < from)
        {
            return Refused(draft) with
            {
                Problem = new RowProblem(RowReason.EndBeforeStart, RosterColumn.Until, row.Typed.GetValueOrDefault(RosterColumn.Until, ""), Written(post.From)),
            };
        }

        var (employment, isPrimary) = (row.Employment ?? post.Employment, row.IsPrimary ?? post.IsPrimary);
        var isCorrected = from != post.From || until != post.Until || (row.From is not null && post.IsStartPresumed);
        var isOther = employment != post.Employment || isPrimary != post.IsPrimary;
        Note(differences, RosterColumn.From, from != post.From || (row.From is not null && post.IsStartPresumed), Written(post.From), Written(from));
        Note(differences, RosterColumn.Until, until != post.Until, Written(post.Until), Written(until));
        Note(differences, RosterColumn.Employment, employment != post.Employment, post.Employment.ToString(), employment.ToString());
        Note(differences, RosterColumn.IsPrimary, isPrimary != post.IsPrimary, post.IsPrimary.ToString(), isPrimary.ToString());
        NoteLeave(differences, row, isEnded: until < post.Until);
        // Another kind of employment holds from the effective day; the days before it stay as they were.
        var follows = isOther && from < _terms.EffectiveDay && until >= _terms.EffectiveDay && !isCorrected;
        return Draw(draft, until < post.Until ? RowVerdict.Ended : differences.Count > 0 ? RowVerdict.Changed : RowVerdict.Unchanged, differences) with
        {
            Change = follows ? PostChange.Follow : isCorrected || isOther ? PostChange.Correct : PostChange.None,
            PostId = post.Id,
            From = follows ? _terms.EffectiveDay : from,
            Until = until,
            Employment = employment,
            IsPrimary = isPrimary,
            IsStartPresumed = post.IsStartPresumed && row.From is null,
        };
    }

    private RowPlan PlanMoved(Draft draft, KnownPost post, List<FieldChange> differences)
    {
        var row = draft.Row;
        var from = row.From ?? _terms.EffectiveDay;
        var until = row.Until ?? Day.Open;
        if (until < from)
        {
            return Refused(draft) with
            {
                Problem = new RowProblem(RowReason.EndBeforeStart, RosterColumn.Until, row.Typed.GetValueOrDefault(RosterColumn.Until, ""), Written(from)),
            };
        }

        var employment = row.Employment ?? post.Employment;
        Note(differences, RosterColumn.Unit, post.OrganizationId != draft.Unit?.Id, _unitNames.GetValueOrDefault(post.OrganizationId), draft.Unit?.Name);
        Note(differences, RosterColumn.Position, post.PositionId != draft.Position?.Id, _positionNames.GetValueOrDefault(post.PositionId), draft.Position?.Name);
        Note(differences, RosterColumn.From, true, Written(post.From), Written(from));
        Note(differences, RosterColumn.Until, until != post.Until, Written(post.Until), Written(until));
        Note(differences, RosterColumn.Employment, employment != post.Employment, post.Employment.ToString(), employment.ToString());
        var isPrimary = row.IsPrimary ?? post.IsPrimary;
        Note(differences, RosterColumn.IsPrimary, isPrimary != post.IsPrimary, post.IsPrimary.ToString(), isPrimary.ToString());
        return Draw(draft, RowVerdict.Changed, differences) with
        {
            Change = from > post.From ? PostChange.Follow : PostChange.Correct,
            PostId = post.Id,
            From = from,
            Until = until,
            Employment = employment,
            IsPrimary = isPrimary,
            IsStartPresumed = row.From is null,
        };
    }

    private IEnumerable<RowPlan> Absent(List<RowPlan> plans)
    {
        var kept = plans.Where(plan => plan.PostId is not null).Select(plan => plan.PostId ?? Guid.Empty).ToHashSet();
        var isDoubtful = plans.Where(plan => plan.Verdict is RowVerdict.Refused or RowVerdict.NeedsConfirmation)
            .SelectMany(plan => plan.Row is null ? [] : _people.Mentioned(plan.Row)).Select(person => person.Id).ToHashSet();
        return
            from person in _everybody
            where !isDoubtful.Contains(person.Id)
            from post in person.Posts
            where post.Place == PostPlace.Spoken && post.HoldsOn(_terms.EffectiveDay) && !kept.Contains(post.Id)
            select Leave(person, post);
    }

    private RowPlan Leave(KnownPerson person, KnownPost post)
    {
        var neverHeld = post.From >= _terms.EffectiveDay;
        var last = _terms.EffectiveDay.AddDays(-1);
        return new RowPlan
        {
            Verdict = RowVerdict.Ended,
            PersonId = person.Id,
            PersonName = person.Name,
            Change = neverHeld ? PostChange.Withdraw : PostChange.Correct,
            PostId = post.Id,
            OrganizationId = post.OrganizationId,
            PositionId = post.PositionId,
            From = post.From,
            Until = last,
            Employment = post.Employment,
            IsPrimary = post.IsPrimary,
            IsStartPresumed = post.IsStartPresumed,
            Differences = [new FieldChange(RosterColumn.Until, Written(post.Until), Written(last))],
        };
    }

    private static RowPlan Draw(Draft draft, RowVerdict verdict, List<FieldChange> differences) => new()
    {
        Row = draft.Row,
        Verdict = verdict,
        PersonId = draft.PersonId,
        PersonName = draft.Person?.Name ?? draft.Row.Name,
        OrganizationId = draft.Unit?.Id,
        PositionId = draft.Position?.Id,
        Differences = differences,
    };

    private static RowPlan Refused(Draft draft) => new()
    {
        Row = draft.Row,
        Verdict = draft.Candidate is null ? RowVerdict.Refused : RowVerdict.NeedsConfirmation,
        Problem = draft.Problem,
        // Whom a row means out of reach is known here and shown to nobody: a request for a transfer needs it.
        PersonId = draft.Problem?.Reason == RowReason.RegisteredElsewhere ? draft.Person?.Id : null,
        CandidateId = draft.Candidate?.Id,
        PersonName = draft.Row.Name,
        OrganizationId = draft.Unit?.Id,
        PositionId = draft.Position?.Id,
        From = draft.Row.From,
        Employment = draft.Row.Employment ?? Employment.Established,
    };

    // Who left without a named day was there until the day before the file holds.
    private DateOnly DayBefore => _terms.EffectiveDay.AddDays(-1);

    private static void NoteLeave(List<FieldChange> differences, RosterRow row, bool isEnded)
    {
        if (isEnded && row.Status is { IsForGood: true } kind)
        {
            differences.Add(new FieldChange(RosterColumn.Status, null, kind.ToString()));
        }
    }

    private static void Note(List<FieldChange> differences, RosterColumn column, bool isDifferent, string? old, string? now)
    {
        if (isDifferent)
        {
            differences.Add(new FieldChange(column, old, now));
        }
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Draft(RosterRow row)
    {
        public RosterRow Row { get; } = row;
        public string FoldedName { get; } = NameFolding.Fold(row.Name);

        /// <summary>What makes two rows the same human within the file; empty when the row has no number of any kind.</summary>
        public string Key { get; } = row.StaffNumber is { } number ? $"#{PersonIndex.Key(number)}" : row.Phone is { } phone ? $"{phone} {NameFolding.Fold(row.Name)}" : "";
        public string PostKey => $"{NameFolding.Fold(Row.Unit ?? "")}|{NameFolding.Fold(Row.Position ?? "")}";
        public RowProblem? Problem { get; set; } = row.Problem;
        public KnownUnit? Unit { get; set; }
        public KnownPosition? Position { get; set; }
        public KnownPerson? Person { get; set; }
        public KnownPerson? Candidate { get; set; }
        public Guid PersonId { get; set; }
        public bool IsNew { get; set; }
        public bool EndsBeforePresumedStart { get; set; }
        public RowPlan? Plan { get; set; }
    }
}
