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
        var examined = await ExaminedAsync(programme, cancel);
        return
        [
            .. TargetPresets.All.Select(terms => new PresetChoice(
                terms,
                [.. terms.Documents.Select(document => (document, document.StateOf(known, examined)))],
                programme.Rule is not { } rule || terms.FitsCycle(rule.CycleFrom, rule.CycleUntil))),
        ];
    }

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

    /// <summary>The standards about which any of the programme's quizzes asks.</summary>
    private async Task<IReadOnlySet<string>> ExaminedAsync(ProgrammeRow programme, CancellationToken cancel)
    {
        var examined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (course, quiz) in QuizzesOf(programme).Where(one => one.Quiz.Length > 0))
        {
            examined.UnionWith(
                course.Length == 0 ? await arranged.StandardsAsync(quiz, cancel)
                : await shelf.FindAsync(course, cancel) is { } found ? (await current.ForPapersAsync(found, cancel)).SelectMany(question => question.Key.Standards)
                : []);
        }

        return examined;
    }

    private static IEnumerable<(string Course, string Quiz)> QuizzesOf(ProgrammeRow programme) =>
        programme.Terms is { } terms ? terms.Parts.Where(part => part.Kind is ProgrammePartKind.Quiz).Select(part => (part.CourseSlug, part.QuizSlug)) : [];
}
