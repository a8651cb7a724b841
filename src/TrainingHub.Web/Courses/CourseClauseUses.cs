using TrainingHub.Account;
using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>
/// What the courses of today teach and examine from a standard. A stem shows only where the question is for practice and the reader signed in; names of
/// courses and lessons are for everybody. Questions of banks are counted for who writes questions.
/// </summary>
public sealed class CourseClauseUses(CourseShelf shelf, StandardShelf standards, WithheldQuestions withheld, BankUses banks, CurrentPerson current) : IClauseUses
{
    public async Task<ClauseUses> OfAsync(EditionName edition, string number, CancellationToken cancel)
    {
        List<ClauseName> clauses = [new ClauseName(edition, number), .. (await standards.HistoryAsync(cancel)).OriginsOf(edition, number)];
        var found = await FindAsync(
            edition,
            lesson => clauses.Find(lesson.Clauses.Contains)?.Edition,
            basis => basis is Basis.OfClause named
                ? clauses.Find(clause => clause == new ClauseName(new EditionName(named.StandardSlug, named.Edition), named.ClauseNumber))?.Edition
                : null,
            cancel);
        return found with { Banks = await BanksAsync(edition, clauses.Select(clause => (clause.Edition, (string?)clause.Number)), cancel) };
    }

    public async Task<ClauseUses> OfEditionAsync(StandardEdition edition, CancellationToken cancel)
    {
        List<EditionName> editions = [edition.Name, .. (await standards.HistoryAsync(cancel)).PredecessorsOf(edition.Name)];
        var found = await FindAsync(
            edition.Name,
            _ => null,
            basis => basis switch
            {
                Basis.OfStatement said => editions.Find(name => name == new EditionName(said.StandardSlug, said.Edition)),
                Basis.OfDocument document when document.Document.Contains(edition.Title, StringComparison.Ordinal) => edition.Name,
                _ => null,
            },
            cancel);
        return found with { Banks = await BanksAsync(edition.Name, editions.Select(name => (name, (string?)null)), cancel) };
    }

    /// <summary>Walks the courses of today.</summary>
    /// <param name="asked">The edition asked for.</param>
    /// <param name="shownBy">The edition that a lesson's text shows; null for none of those meant.</param>
    /// <param name="restsOn">The edition that a question rests on; null for none of those meant.</param>
    /// <param name="cancel">Ends the reading.</param>
    private async Task<ClauseUses> FindAsync(
        EditionName asked, Func<CourseManifest.LessonEntry, EditionName?> shownBy, Func<Basis, EditionName?> restsOn, CancellationToken cancel)
    {
        var (lessons, questions, hidden) = (new List<ClauseUse>(), new List<ClauseUse>(), 0);
        var kept = current.IsSignedIn ? await withheld.RunAsync(current.Id, cancel) : null;
        foreach (var course in await shelf.CoursesAsync(cancel))
        {
            var (title, address) = (CourseWords.InLanguage(course.Manifest.Title, course.Manifest.TitleEn), $"/courses/{course.Slug}");
            var resting = course.Bank.Select(question => (Question: question, On: question.Key.Bases.Select(restsOn).FirstOrDefault(name => name is not null))).Where(entry => entry.On is not null).ToList();
            var byId = resting.DistinctBy(entry => entry.Question.Prompt.Id, StringComparer.Ordinal).ToDictionary(entry => entry.Question.Prompt.Id, entry => entry.On, StringComparer.Ordinal);
            lessons.AddRange(
                from lesson in course.Manifest.Lessons
                let rests = shownBy(lesson) ?? lesson.Checks.Select(check => byId.GetValueOrDefault(check)).FirstOrDefault(name => name is not null)
                where rests is not null
                select new ClauseUse(title, address, lesson.Title, $"{address}/lessons/{lesson.Slug}", EarlierThan(rests)));
            var shown = resting.FindAll(entry => kept is not null && entry.Question.MayBePractised && !kept.Contains((course.Slug, entry.Question.Prompt.Id)));
            hidden += resting.Count - shown.Count;
            questions.AddRange(shown.Select(entry => new ClauseUse(title, address, entry.Question.Prompt.Stem, null, EarlierThan(entry.On))));
        }

        return new ClauseUses(lessons, questions, hidden);

        EditionName? EarlierThan(EditionName? basis) => basis == asked ? null : basis;
    }

    public async Task<int> CountAsync(EditionName edition, IReadOnlySet<string> numbers, CancellationToken cancel) => await banks.CountAsync(edition, [.. numbers], cancel) + (await shelf.CoursesAsync(cancel)).Sum(course =>
        course.Manifest.Lessons.Count(lesson => lesson.Clauses.Any(clause => clause.Edition == edition && numbers.Contains(clause.Number)))
        + course.Bank.Count(question => question.Key.Bases.OfType<Basis.OfClause>().Any(basis =>
            string.Equals(basis.StandardSlug, edition.Slug, StringComparison.Ordinal) && string.Equals(basis.Edition, edition.Edition, StringComparison.Ordinal) && numbers.Contains(basis.ClauseNumber))));

    private async Task<IReadOnlyList<ClauseBankUse>> BanksAsync(EditionName asked, IEnumerable<(EditionName Edition, string? Clause)> clauses, CancellationToken cancel) => current.IsSignedIn
        ? [.. (await banks.OfAsync(clauses, cancel)).Select(use => new ClauseBankUse(use.Address, use.Questions, use.Edition == asked ? null : use.Edition))]
        : [];
}
