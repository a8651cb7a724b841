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
    private readonly Dictionary<(string Sheet, int Number, bool IsAboutFile), RowDecision> _decisions;
    private readonly Dictionary<(RosterColumn Column, string Folded), RosterWording> _wordings;
    private readonly Func<Guid> _nextId;
    private readonly Dictionary<Guid, string> _unitNames;
    private readonly Dictionary<Guid, string> _positionNames;
    private ILookup<Guid, Draft> _asked = Array.Empty<Draft>().ToLookup(draft => draft.PersonId);

    public RosterMatcher(
        ImportTerms terms, IReadOnlyCollection<KnownUnit> units, IReadOnlyCollection<KnownPosition> positions,
        IReadOnlyCollection<KnownPerson> people, IEnumerable<RowDecision> decisions, IEnumerable<UnitMeaning> meanings, IEnumerable<RosterWording> wordings, Func<Guid> nextId)
    {
        _terms = terms;
        _units = new UnitIndex(units, meanings, terms.EffectiveDay);
        _positions = new PositionIndex(positions);
        _everybody = people;
        _people = new PersonIndex(people);
        _decisions = decisions.ToDictionary(decision => (decision.Sheet, decision.Number, decision.IsAboutFile));
        _wordings = wordings.ToDictionary(wording => (wording.Column, wording.Folded));
        _nextId = nextId;
        _unitNames = units.ToDictionary(unit => unit.Id, unit => unit.Name);
        _positionNames = positions.ToDictionary(position => position.Id, position => position.Name);
    }

    /// <summary>One plan for every row, in the order of the file, then one for every post that a full list leaves out.</summary>
    public IReadOnlyList<RowPlan> Match(IReadOnlyList<RosterRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var drafts = rows.Select(row => new Draft(row)).ToList();
        foreach (var draft in drafts)
        {
            ReadEmployment(draft);
            Resolve(draft);
        }

        RefuseTwice(drafts);
        FindPeople(drafts);
        _asked = drafts.Where(draft => draft.IsAsked && draft.PersonId != Guid.Empty).ToLookup(draft => draft.PersonId);
        foreach (var group in drafts.Where(draft => draft.Plan is null && draft.Problem is null).GroupBy(draft => draft.PersonId).ToList())
        {
            PlanPosts([.. group], _asked[group.Key]);
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

    // One human with several posts writes one row for each. A number that stands at two names, or twice at one post, is refused.
    private static void RefuseTwice(List<Draft> drafts)
    {
        foreach (var group in drafts.Where(draft => draft.Key.Length > 0).GroupBy(draft => draft.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var several = group.ToList();
            if (!MayBePostsOfOne(several))
            {
                RefuseAll(several);
            }
        }
    }

    private static bool MayBePostsOfOne(List<Draft> drafts) =>
        drafts.Select(draft => draft.FoldedName).Distinct(StringComparer.Ordinal).Count() == 1
        && drafts.Select(draft => draft.PostKey).Distinct(StringComparer.Ordinal).Count() == drafts.Count
        && drafts.Count(draft => draft.Row.IsPrimary == true) <= 1;

    private static void RefuseAll(List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            var others = string.Join('、', drafts.Where(other => other != draft).Take(5).Select(other => other.Row.Number.ToString(CultureInfo.InvariantCulture)));
            draft.Refuse(draft.Row.StaffNumber is { } number
                ? new RowProblem(RowReason.StaffNumberTwice, RosterColumn.StaffNumber, number, others)
                : new RowProblem(RowReason.RowTwice, RosterColumn.Name, draft.Row.Name, others));
        }
    }

    // An unknown word for the employment, where a person has said what it means.
    private void ReadEmployment(Draft draft)
    {
        if (draft.Problems.Find(problem => problem.Reason == RowReason.EmploymentUnknown) is { } unknown
            && _wordings.GetValueOrDefault((RosterColumn.Employment, NameFolding.Fold(unknown.Found))) is { } wording)
        {
            if (wording.IsLeftOut)
            {
                draft.LeaveOut(RosterColumn.Employment, unknown.Found);
                return;
            }

            draft.Problems.Remove(unknown);
            draft.Row = draft.Row with { Employment = wording.Employment };
        }
    }

    // Every row says all that is wrong with it: its unit and its post are looked for whatever else is.
    private void Resolve(Draft draft)
    {
        if (!draft.Problems.Exists(problem => problem.Column == RosterColumn.Unit))
        {
            (draft.Unit, var problem) = _units.Find(draft.Row.Unit, draft.Row.Until ?? (draft.Row.HasLeft ? DayBefore : Day.Open));
            draft.Refuse(problem);
        }

        if (draft.Row.Position is { } position)
        {
            (draft.Position, var problem) = _positions.Find(position);
            var wording = problem is null ? null : _wordings.GetValueOrDefault((RosterColumn.Position, NameFolding.Fold(position)));
            // The catalogue first; what a person said holds for words that it lacks.
            if (wording is { IsLeftOut: true })
            {
                draft.LeaveOut(RosterColumn.Position, position);
            }
            else if (wording?.PositionId is { } id && _positions.Of(id) is { } meant)
            {
                draft.Position = meant;
            }
            else
            {
                draft.Refuse(problem);
            }
        }

        draft.EndsBeforePresumedStart = draft.Row.From is null && draft.Row.Until is { } until && until < _terms.PresumedStart;
    }

    private void FindPeople(List<Draft> drafts)
    {
        foreach (var draft in drafts.Where(draft => draft.Problem is not null))
        {
            draft.Refuse(Disagreement(draft.Row, _people.OfStaffNumber(draft.Row.StaffNumber), _people.OfPhoneAndName(draft.Row.Phone, draft.FoldedName)));
        }

        var open = drafts.Where(draft => draft.Problem is null).ToList();
        foreach (var draft in open)
        {
            FindByNumbers(draft);
        }

        foreach (var group in open.Where(draft => draft.Problem is null && (draft.Person is not null || draft.Key.Length > 0))
            .GroupBy(draft => draft.Person?.Id.ToString() ?? draft.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            ChooseMainPost([.. group]);
        }

        // Only those whom no number claims can be meant by a bare name.
        var claimed = open.Where(draft => draft.Person is not null).Select(draft => draft.Person!.Id).ToHashSet();
        FindWithoutChange(open, claimed);
        NameRest(open, claimed);
    }

    private void NameRest(List<Draft> open, HashSet<Guid> claimed)
    {
        var fresh = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var named = open.Where(draft => draft.Person is not null && draft.Problem is null).GroupBy(draft => draft.FoldedName, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var draft in open.Where(draft => draft.Person is null && draft.Problem is null))
        {
            var namesakes = named.TryGetValue(draft.FoldedName, out var found) ? found : named[draft.FoldedName] = [];
            var isFresh = draft.Key.Length > 0 && fresh.ContainsKey(draft.Key);
            FindByName(draft, claimed);
            if (draft.Person is null && draft.Problem is null && !isFresh)
            {
                Join(draft, namesakes);
            }

            if (draft.Person is null && draft.Problem is null && draft.PersonId == Guid.Empty)
            {
                // Several posts of one new human share the id.
                draft.IsNew = true;
                draft.PersonId = isFresh ? fresh[draft.Key] : _nextId();
                fresh.TryAdd(draft.Key, draft.PersonId);
            }

            if (draft.Problem is null)
            {
                namesakes.Add(draft);
            }
        }
    }

    // Two rows of one name are two people where a number differs; where none tells, a person has to say.
    private void Join(Draft draft, List<Draft> namesakes)
    {
        var possible = namesakes.FindAll(other => !AreDifferent(other.Row, draft.Row) && (other.Person is null || !AreDifferent(other.Person, draft.Row)));
        if (possible.Count == 0)
        {
            return;
        }

        var namesake = possible[0];

        if (!_decisions.TryGetValue((draft.Row.Sheet, draft.Row.Number, true), out var decision))
        {
            var (unit, position) = (_unitNames.GetValueOrDefault(namesake.Unit?.Id ?? Guid.Empty, ""), _positionNames.GetValueOrDefault(namesake.Position?.Id ?? Guid.Empty, ""));
            draft.Ask(new RowProblem(RowReason.SameNameInFile, RosterColumn.Name, draft.Row.Name, $"{namesake.Place(draft.Row.Sheet)}（{unit}，{position}）"));
        }
        else if (decision.IsSecondPost && possible.Exists(other => other.PersonId != namesake.PersonId))
        {
            // Whose second post it is, only a number can tell.
            draft.Refuse(new RowProblem(RowReason.SeveralNamesakesInFile, RosterColumn.Name, draft.Row.Name, string.Join('、', possible.Take(5).Select(other => other.Place(draft.Row.Sheet)))));
        }
        else if (decision.IsSecondPost && namesakes.Exists(other => other.PersonId == namesake.PersonId && string.Equals(other.PostKey, draft.PostKey, StringComparison.Ordinal)))
        {
            draft.Refuse(new RowProblem(RowReason.RowTwice, RosterColumn.Name, draft.Row.Name, namesake.Row.Number.ToString(CultureInfo.InvariantCulture)));
        }
        else if (decision.IsSecondPost)
        {
            (draft.PersonId, draft.IsNew) = (namesake.PersonId, namesake.IsNew);
            draft.BecomesSecond();
            if (namesake.Person is null)
            {
                ShareNumbers([.. namesakes.FindAll(other => other.PersonId == namesake.PersonId), draft]);
            }

            Take(draft, namesake.Person);
        }
    }

    // Whichever row of a new human is written first makes the person: each has the numbers of all.
    private static void ShareNumbers(List<Draft> drafts)
    {
        var (number, phone) = (drafts.Find(draft => draft.Row.StaffNumber is not null)?.Row.StaffNumber, drafts.Find(draft => draft.Row.Phone is not null)?.Row.Phone);
        drafts.ForEach(draft => draft.Row = draft.Row with { StaffNumber = number, Phone = phone });
    }

    private static bool AreDifferent(RosterRow one, RosterRow other) =>
        (one.StaffNumber is { } number && other.StaffNumber is { } second && !string.Equals(number, second, StringComparison.OrdinalIgnoreCase))
        || (one.Phone is { } phone && other.Phone is { } called && !string.Equals(phone, called, StringComparison.Ordinal));

    // Numbers say that the rows are one human's. Which post is the main one, a row says, the roster knows, or a person.
    private void ChooseMainPost(List<Draft> drafts)
    {
        if (!MayBePostsOfOne(drafts))
        {
            // One row found its human by the staff number, another by the phone.
            RefuseAll(drafts);
            return;
        }

        var (person, unsaid) = (drafts[0].Person, drafts.Where(draft => draft.Row.IsPrimary is null).ToList());
        if (drafts.Exists(draft => draft.Row.IsPrimary == true))
        {
            unsaid.ForEach(draft => draft.BecomesSecond());
        }
        else if (person is not null && unsaid.Exists(draft => SamePost(draft, person.Posts) is { IsPrimary: true }))
        {
            unsaid.FindAll(draft => SamePost(draft, person.Posts) is null).ForEach(draft => draft.BecomesSecond());
        }
        else if (unsaid.Count > 1 && !(person is not null && drafts.TrueForAll(draft => PlanOne(draft, person).Verdict == RowVerdict.Unchanged)))
        {
            AskForMainPost(unsaid);
        }
    }

    private void AskForMainPost(List<Draft> unsaid)
    {
        RowDecision? Said(Draft draft) => _decisions.GetValueOrDefault((draft.Row.Sheet, draft.Row.Number, true));
        var chosen = unsaid.Skip(1).FirstOrDefault(draft => Said(draft) is { IsSecondPost: false });
        chosen?.BecomesMain();
        foreach (var draft in unsaid.Where(draft => draft != (chosen ?? unsaid[0])))
        {
            if (chosen is not null || Said(draft) is not null)
            {
                draft.BecomesSecond();
            }
            else
            {
                draft.Ask(new RowProblem(RowReason.PostsOfOne, RosterColumn.Position, draft.Row.Position ?? "", unsaid[0].Place(draft.Row.Sheet)));
            }
        }
    }

    // Nothing would be written: no need to ask, and the same file twice stays without a change. Each post is meant by one row.
    private void FindWithoutChange(List<Draft> open, HashSet<Guid> claimed)
    {
        var used = open.Where(draft => draft.Person is not null).Select(draft => SamePost(draft, draft.Person!.Posts)?.Id).ToHashSet();
        foreach (var draft in open.Where(draft => draft.Person is null && draft.Problem is null))
        {
            var same = _people.OfName(draft.FoldedName).Where(person => !AreDifferent(person, draft.Row))
                .Select(person => (Person: person, Post: SamePost(draft, person.Posts)))
                .FirstOrDefault(pair => pair.Post is { } post && !used.Contains(post.Id) && PlanOne(draft, pair.Person).Verdict == RowVerdict.Unchanged);
            if (same is (not null, not null))
            {
                used.Add(same.Post.Id);
                claimed.Add(same.Person.Id);
                Take(draft, same.Person);
            }
        }
    }

    private void FindByNumbers(Draft draft)
    {
        var (row, name) = (draft.Row, draft.FoldedName);
        var byNumber = _people.OfStaffNumber(row.StaffNumber);
        var byPhone = _people.OfPhoneAndName(row.Phone, name);
        if (Disagreement(row, byNumber, byPhone) is { } disagreement)
        {
            draft.Refuse(disagreement);
            return;
        }

        if (byNumber is not null && byPhone is null && !string.Equals(byNumber.FoldedName, name, StringComparison.Ordinal) && !IsStranger(byNumber))
        {
            Ask(draft, byNumber, RowReason.NameDiffers);
            return;
        }

        Take(draft, byNumber ?? byPhone);
    }

    private static RowProblem? Disagreement(RosterRow row, KnownPerson? byNumber, KnownPerson? byPhone) =>
        byNumber is null || byPhone is null || byNumber.Id == byPhone.Id ? null
        : new RowProblem(IsStranger(byNumber) || IsStranger(byPhone) ? RowReason.NumbersDisagreeElsewhere : RowReason.NumbersDisagree, RosterColumn.StaffNumber, row.StaffNumber ?? "");

    private void FindByName(Draft draft, HashSet<Guid> claimed)
    {
        var namesakes = _people.OfName(draft.FoldedName).Where(person => !claimed.Contains(person.Id) && !AreDifferent(person, draft.Row)).ToList();
        var here = namesakes.Where(person => person.Posts.Any(post => post.OrganizationId == draft.Unit?.Id)).ToList();
        var isHere = here.Count > 0;
        if (!isHere)
        {
            // A telephone number changes; but with another one in another unit it is somebody else.
            here = namesakes.Where(person => person.Phone is null || draft.Row.Phone is null || string.Equals(person.Phone, draft.Row.Phone, StringComparison.Ordinal)).ToList();
        }

        if (here.Count == 0)
        {
            return;
        }

        if (!_decisions.TryGetValue((draft.Row.Sheet, draft.Row.Number, false), out var decision))
        {
            var reason = !isHere ? RowReason.SameNameElsewhere : SamePost(draft, here[0].Posts) is null ? RowReason.SameNameOtherPost : RowReason.SameName;
            draft.Ask(new RowProblem(reason, RosterColumn.Name, draft.Row.Name, Describe(here[0])), here[0]);
        }
        else if (decision.PersonId is { } meant && here.Find(person => person.Id == meant) is { } person)
        {
            claimed.Add(person.Id);
            if (decision.IsSecondPost)
            {
                draft.BecomesSecond();
            }

            Take(draft, person);
        }
    }

    private static bool AreDifferent(KnownPerson person, RosterRow row) =>
        person.StaffNumber is { } known && row.StaffNumber is { } said && !string.Equals(known, said, StringComparison.OrdinalIgnoreCase);

    private void Ask(Draft draft, KnownPerson candidate, RowReason reason)
    {
        if (!_decisions.TryGetValue((draft.Row.Sheet, draft.Row.Number, false), out var decision))
        {
            draft.Ask(new RowProblem(reason, RosterColumn.Name, draft.Row.Name, Describe(candidate)), candidate);
        }
        else if (decision.PersonId == candidate.Id)
        {
            Take(draft, candidate);
        }
        else if (reason == RowReason.NameDiffers)
        {
            draft.Refuse(new RowProblem(RowReason.StaffNumberTaken, RosterColumn.StaffNumber, draft.Row.StaffNumber ?? ""));
        }
    }

    private string Describe(KnownPerson person)
    {
        var post = person.Posts.Where(post => post.Place is PostPlace.Spoken or PostPlace.Reached).OrderByDescending(post => post.Until).FirstOrDefault();
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
            draft.Refuse(new RowProblem(RowReason.RegisteredElsewhere, RosterColumn.Name, draft.Row.Name, known));
        }
        else if (!isHere && IsStranger(person) && !string.Equals(person.FoldedName, draft.FoldedName, StringComparison.Ordinal))
        {
            draft.Refuse(new RowProblem(RowReason.RegisteredElsewhere, RosterColumn.Name, draft.Row.Name));
        }
    }

    private static bool IsStranger(KnownPerson person) =>
        person.Posts.Any(post => post.Place == PostPlace.Elsewhere) && !person.Posts.Any(post => post.Place is PostPlace.Spoken or PostPlace.Reached);

    private static bool Overlaps(KnownPost post, RosterRow row) =>
        post.From <= (row.Until ?? Day.Open) && (row.From ?? row.Until ?? post.From) <= post.Until;

    // A row that waits for an answer keeps the post it may mean.
    private void PlanPosts(List<Draft> drafts, IEnumerable<Draft> waiting)
    {
        if (drafts.Count > 1 && !MayBePostsOfOne(drafts))
        {
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

        foreach (var draft in waiting)
        {
            if (SamePost(draft, left) is { } same)
            {
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
                draft.Plan = Refused(draft) with { Problems = [problem] };
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
                Problems = [new RowProblem(RowReason.EndBeforeStart, RosterColumn.Until, row.Typed.GetValueOrDefault(RosterColumn.Until, ""), Written(_terms.PresumedStart))],
            };
        }

        if (row.HasLeft)
        {
            return Refused(draft) with { Problems = [new RowProblem(RowReason.HasLeft, RosterColumn.Status, row.Typed.GetValueOrDefault(RosterColumn.Status, ""))] };
        }

        if (draft.Unit is { } unit && unit.Until < (row.Until ?? Day.Open))
        {
            return Refused(draft) with { Problems = [new RowProblem(RowReason.UnitClosed, RosterColumn.Unit, row.Unit ?? unit.Name)] };
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
                Problems = [new RowProblem(RowReason.EndBeforeStart, RosterColumn.Until, row.Typed.GetValueOrDefault(RosterColumn.Until, ""), Written(post.From))],
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
                Problems = [new RowProblem(RowReason.EndBeforeStart, RosterColumn.Until, row.Typed.GetValueOrDefault(RosterColumn.Until, ""), Written(from))],
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
        Verdict = draft.IsAsked ? RowVerdict.NeedsConfirmation : RowVerdict.Refused,
        Problems = draft.Problems,
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
        private bool _isLeftOut;

        public RosterRow Row { get; set; } = row;
        public string FoldedName { get; } = NameFolding.Fold(row.Name);

        /// <summary>What makes two rows the same human within the file; empty when the row has no number of any kind.</summary>
        public string Key { get; } = row.StaffNumber is { } number ? $"#{PersonIndex.Key(number)}" : row.Phone is { } phone ? $"{phone} {NameFolding.Fold(row.Name)}" : "";

        /// <summary>The post as far as it is known, else as it is written.</summary>
        public string PostKey => $"{Unit?.Id.ToString() ?? NameFolding.Fold(Row.Unit ?? "")}|{Position?.Id.ToString() ?? NameFolding.Fold(Row.Position ?? "")}";
        public List<RowProblem> Problems { get; } = [.. row.Problems];
        public RowProblem? Problem => Problems.Count > 0 ? Problems[0] : null;

        /// <summary>Whether a person has to say who is meant.</summary>
        public bool IsAsked { get; private set; }
        public KnownUnit? Unit { get; set; }
        public KnownPosition? Position { get; set; }
        public KnownPerson? Person { get; set; }
        public KnownPerson? Candidate { get; private set; }
        public Guid PersonId { get; set; }
        public bool IsNew { get; set; }
        public bool EndsBeforePresumedStart { get; set; }
        public RowPlan? Plan { get; set; }

        public void Refuse(RowProblem? problem)
        {
            if (problem is not null && !_isLeftOut)
            {
                Problems.Add(problem);
            }
        }

        public void Ask(RowProblem problem, KnownPerson? candidate = null)
        {
            (IsAsked, Candidate) = (true, candidate);
            Problems.Add(problem);
        }

        public void BecomesSecond() => Row = Row with { IsPrimary = false };

        public void BecomesMain() => Row = Row with { IsPrimary = true };

        /// <summary>A person said that the row is left out: nothing else of it matters.</summary>
        public void LeaveOut(RosterColumn column, string word)
        {
            _isLeftOut = true;
            Problems.Clear();
            Problems.Add(new RowProblem(RowReason.LeftOut, column, word));
        }

        /// <summary>Where the row stands, for a reader of that sheet.</summary>
        public string Place(string sheet) => string.Equals(sheet, Row.Sheet, StringComparison.Ordinal) ? $"{Row.Number}" : $"{Row.Sheet} {Row.Number}";
    }
}
