using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Programmes;

/// <summary>The presets as they stand for a programme: which of the documents that they need the bureaus have, and about which the programme's quiz asks.</summary>
public sealed class PresetsQuery(Db db, StandardShelf standards, CourseShelf shelf, CurrentBank current, IArrangedQuizzes arranged, DayClock clock)
{
    /// <param name="programme">Whose quiz has to ask about the documents.</param>
    /// <param name="setters">Who may set the targets; a document that one of them or a unit above it entered is there.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<PresetChoice>> RunAsync(ProgrammeRow programme, IReadOnlyCollection<Setter> setters, CancellationToken cancel)
    {
        var known = await KnownAsync([.. setters.Select(setter => setter.Id)], cancel);
        var examined = await ExaminedAsync(programme.Terms is { } terms ? QuizzesOf(terms.Demand) : [], cancel);
        return
        [
            .. TargetPresets.All.Select(preset => new PresetChoice(
                preset,
                [.. preset.Documents.Select(document => (document, document.StateOf(known, examined)))],
                programme.Rule is not { } rule || preset.FitsCycle(rule.CycleFrom, rule.CycleUntil))),
        ];
    }

    /// <summary>The documents that keep a programme from being set: policies that it carries out name them, and there is no text of them or no quiz asks about it.</summary>
    /// <param name="policies">What it carries out.</param>
    /// <param name="setter">Who sets it.</param>
    /// <param name="demand">What completes it.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<(PresetDocument Document, PresetDocumentState State)>> ObstaclesAsync(
        IEnumerable<PresetTerms> policies, Guid setter, ProgrammeDemand demand, CancellationToken cancel)
    {
        var asked = policies.Where(terms => terms.Documents.Count > 0).ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        var (known, examined) = (await KnownAsync([setter], cancel), await ExaminedAsync(QuizzesOf(demand), cancel));
        return [.. asked.SelectMany(terms => terms.Obstacles(known, examined)).Distinct()];
    }

    /// <summary>The same for a target that somebody sets by hand: its programme carries a policy out, or the target itself is one of a policy.</summary>
    /// <param name="draft">As it is to be.</param>
    /// <param name="before">As it is; null where it is new. Of what it carries out already nothing is asked again: documents go out of force while it runs.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<(PresetDocument Document, PresetDocumentState State)>> ObstaclesAsync(TargetDraft draft, TargetDraft? before, CancellationToken cancel)
    {
        var (id, today) = (draft.ProgrammeId, clock.Today);
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == id, cancel);
        var carriedOut = TargetPresets.CarriedOutBy(programme.Policy, programme.Name);
        var policies = TargetPresets.All.Where(preset => preset.Documents.Count > 0 && preset.IsSetBy(draft)).Union(carriedOut);
        policies = before is null ? policies : policies.Except(carriedOut).Where(preset => !preset.IsSetBy(before));
        if (!policies.Any())
        {
            return [];
        }

        var known = await db.TermsOfAsync(db.ProgrammeRules.Known().Where(rule => rule.ProgrammeId == id).AsNoTracking(), cancel);
        var terms = known.Find(one => one.Rule.HoldsOn(today)) ?? known.MaxBy(one => one.Rule.From);
        return await ObstaclesAsync(policies, draft.OrganizationId, terms?.Demand ?? new ProgrammeDemand("", "", [], RefusesOutside: false), cancel);
    }

    /// <summary>Whether two demands ask the same quizzes: then what one of them examines, the other does.</summary>
    public static bool HaveSameQuizzes(ProgrammeDemand one, ProgrammeDemand other) => QuizzesOf(one).ToHashSet().SetEquals(QuizzesOf(other));

    private async Task<IReadOnlyCollection<KnownDocument>> KnownAsync(List<Guid> setters, CancellationToken cancel)
    {
        var today = clock.Today;
        var owners = (await db.OrganizationPaths
            .Where(path => setters.Contains(path.DescendantId) && path.SupersededAt == null && path.From <= today && today <= path.Until)
            .Select(path => path.AncestorId).ToListAsync(cancel)).ToHashSet();
        var history = await standards.HistoryAsync(cancel);
        List<KnownDocument> known = [];
        foreach (var edition in history.All.Where(edition => history.StatusOn(edition, today) is EditionStatus.InForce && !EditionHistory.IsAhead(edition, today)))
        {
            if (await standards.PlaceOfAsync(edition.Name, cancel) is var place && (place.OwnerId is not { } owner || owners.Contains(owner)))
            {
                known.Add(new KnownDocument(edition.Slug, edition.Title, place.OwnerId is not null));
            }
        }

        return known;
    }

    /// <summary>The standards about which any of the quizzes asks.</summary>
    private async Task<IReadOnlySet<string>> ExaminedAsync(IEnumerable<(string Course, string Quiz)> quizzes, CancellationToken cancel)
    {
        var examined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (course, quiz) in quizzes.Where(one => one.Quiz.Length > 0))
        {
            examined.UnionWith(
                course.Length == 0 ? await arranged.StandardsAsync(quiz, cancel)
                : await shelf.FindAsync(course, cancel) is { } found ? (await current.ForPapersAsync(found, cancel)).SelectMany(question => question.Key.Standards)
                : []);
        }

        return examined;
    }

    private static IEnumerable<(string Course, string Quiz)> QuizzesOf(ProgrammeDemand demand) =>
        demand.Parts.Where(part => part.Kind is ProgrammePartKind.Quiz).Select(part => (part.CourseSlug, part.QuizSlug)).Append((demand.CourseSlug, demand.QuizSlug));
}
