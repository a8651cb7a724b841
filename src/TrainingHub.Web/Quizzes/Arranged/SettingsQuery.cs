using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Questions;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>An arranged quiz for those who arrange it.</summary>
public sealed class SettingsQuery(Db db, Scope scope, CurrentPerson current, CourseShelf shelf, StandardShelf standards, ReadableEditions readable, PaperDraws draws, BankFolders folders, DayClock clock)
{
    private const int MostChanges = 50;
    private const int MostOwners = 100;
    private const int MostFound = 30;
    private const int MostWords = 5;

    /// <summary>The quiz, tracked by nothing; null when it does not exist or its unit is out of reach.</summary>
    public Task<ArrangedQuiz?> FindAsync(string slug, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageQuizzes);
        return db.ArrangedQuizzes.AsNoTracking().SingleOrDefaultAsync(quiz => quiz.Slug == slug && reach.Contains(quiz.OrganizationId), cancel);
    }

    /// <param name="quiz">As stored.</param>
    /// <param name="input">What the form shows; null: what is stored.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<SettingsPage> PageAsync(ArrangedQuiz quiz, TermsInput? input, CancellationToken cancel)
    {
        var terms = TermsJson.Read(quiz.Terms);
        var shown = input ?? TermsInput.Of(quiz, terms, clock);
        var courses = await CoursesAsync(quiz.OrganizationId, cancel);
        var (titles, found) = await ChosenAsync(quiz, terms, shown, courses, cancel);
        var isFaulty = terms.Faults().Any() || terms.Plan.Faults().Any();
        return new SettingsPage
        {
            Quiz = quiz,
            Terms = terms,
            Input = shown,
            OwnerName = await db.Organizations.Where(unit => unit.Id == quiz.OrganizationId).Select(unit => unit.Name).SingleAsync(cancel),
            HasAttempts = await HasAttemptsAsync(quiz.Slug, cancel),
            People = await db.AudienceOf(quiz, clock.Today).CountAsync(cancel),
            Ready = isFaulty ? null : await draws.FindAsync(quiz, terms, cancel),
            Courses = courses,
            Titles = titles,
            Found = found,
            Folders = await FoldersAsync(quiz.OrganizationId, cancel),
            Standards = await StandardsAsync(cancel),
            Changes = await ChangesAsync(quiz.Id, cancel),
        };
    }

    /// <summary>Titles of what the form names, and what it looks for, among the questions of the sources that are ticked in it.</summary>
    private async Task<(IReadOnlyDictionary<string, string> Titles, IReadOnlyList<FoundQuestion>? Found)> ChosenAsync(
        ArrangedQuiz quiz, QuizTerms stored, TermsInput shown, IReadOnlyList<ShelfCourse> courses, CancellationToken cancel)
    {
        var words = (shown.Words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(BankContent.Fold).Where(word => word.Length > 0).ToList();
        var named = shown.FixedRows.Select(row => row.Name).Concat(shown.PairRows.SelectMany(row => new[] { row.First, row.Second })).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (words.Count is 0 && named.Count is 0)
        {
            return (new Dictionary<string, string>(StringComparer.Ordinal), null);
        }

        var sources = stored with { Courses = [.. courses.Select(course => course.Slug).Intersect(shown.Courses, StringComparer.Ordinal)], UsesBank = shown.UsesBank || shown.Courses.Length is 0 };
        var candidates = (await draws.CandidatesAsync(quiz.OrganizationId, sources, cancel)).Where(one => one.Question.MayBeExamined).DistinctBy(one => one.Name).ToList();
        var titles = candidates.Where(one => named.Contains(one.Name.ToString()))
            .ToDictionary(one => one.Name.ToString(), one => BankContent.TitleOf(one.Question.Prompt), StringComparer.Ordinal);
        return (titles, words.Count is 0 ? null : [.. candidates.Where(one => IsAbout(one, words)).Take(MostFound)
            .Select(one => new FoundQuestion(one.Name.ToString(), BankContent.TitleOf(one.Question.Prompt), one.Question.Prompt.Kind, one.Question.Difficulty))]);
    }

    private static bool IsAbout(PaperCandidate candidate, List<string> words)
    {
        var text = BankContent.SearchTextOf(candidate.Question.Prompt) + BankContent.Fold(string.Concat(candidate.Tags));
        return words.TrueForAll(word => text.Contains(word, StringComparison.Ordinal));
    }

    public Task<bool> HasAttemptsAsync(string slug, CancellationToken cancel) => db.Attempts.AnyAsync(attempt => attempt.QuizSlug == slug, cancel);

    /// <summary>Courses whose questions a unit's papers may use: what travels with the application, its own and those of the units above it.</summary>
    public async Task<IReadOnlyList<ShelfCourse>> CoursesAsync(Guid organizationId, CancellationToken cancel)
    {
        var today = clock.Today;
        var above = await db.OrganizationPaths.Where(path => path.DescendantId == organizationId && path.SupersededAt == null && path.From <= today && today <= path.Until)
            .Select(path => path.AncestorId).ToListAsync(cancel);
        return [.. (await shelf.CoursesAsync(cancel)).Where(course => course.OwnerId is not { } owner || above.Contains(owner))];
    }

    /// <summary>Folders of the banks from which a unit's papers may be drawn, its own first, without those that a unit above keeps to itself: id, and name with that of the unit before it.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> FoldersAsync(Guid organizationId, CancellationToken cancel)
    {
        var owners = await db.BanksAboveAsync(organizationId, clock.Today, cancel);
        var names = await db.Organizations.Where(unit => owners.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
        var found = new List<(Guid Id, string Name)>();
        foreach (var owner in owners)
        {
            found.AddRange((await folders.ReadableAsync(owner, owner == organizationId, cancel)).Select(folder => (folder.Id, $"{names[owner]} / {folder.Name}")));
        }

        return found;
    }

    /// <summary>The units for which the current person was granted to run quizzes.</summary>
    public Task<List<OrganizationLink>> OwnersAsync(CancellationToken cancel)
    {
        var (personId, reach) = (current.Id, scope.Organizations(Capability.ManageQuizzes));
        return db.Organizations
            .Where(unit => reach.Contains(unit.Id) && db.Grants.Any(grant => grant.OrganizationId == unit.Id && grant.PersonId == personId && grant.Capability == Capability.ManageQuizzes && grant.RevokedAt == null))
            .OrderBy(unit => unit.Name).ThenBy(unit => unit.Code).Take(MostOwners).Select(unit => new OrganizationLink(unit.Code, unit.Name)).ToListAsync(cancel);
    }

    private async Task<List<SettingsPage.Change>> ChangesAsync(Guid quizId, CancellationToken cancel)
    {
        var rows = await (
            from change in db.QuizChanges.AsNoTracking()
            where change.QuizId == quizId
            orderby change.Version descending
            select new { change, By = db.People.Where(person => person.Id == change.By && person.AnonymizedAt == null).Select(person => person.Name).FirstOrDefault() }).Take(MostChanges + 1).ToListAsync(cancel);
        return [.. rows.Take(MostChanges).Select((row, place) => new SettingsPage.Change(
            clock.InZone(row.change.At), row.By, row.change.Standing, row.change.Reason,
            place + 1 < rows.Count ? SettingsPage.ChangedFields(TermsJson.Read(rows[place + 1].change.Terms), TermsJson.Read(row.change.Terms)) : []))];
    }

    private async Task<IReadOnlyList<(string Slug, string Title)>> StandardsAsync(CancellationToken cancel)
    {
        var found = new List<(string Slug, string Title)>();
        foreach (var edition in (await standards.HistoryAsync(cancel)).All.Where(edition => edition.Clauses.Count > 0))
        {
            if (await readable.MayReadAsync(edition.Name, cancel))
            {
                found.Add((edition.Slug, edition.Title));
            }
        }

        return [.. found.DistinctBy(one => one.Slug, StringComparer.Ordinal).OrderBy(one => one.Slug, StringComparer.Ordinal)];
    }
}
