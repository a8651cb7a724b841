using TrainingHub.Account;
using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>What the courses of today teach and examine from a clause. A stem shows only where the question is for practice and the reader signed in.</summary>
public sealed class CourseClauseUses(CourseShelf shelf, WithheldQuestions withheld, CurrentPerson current) : IClauseUses
{
    public async Task<ClauseUses> OfAsync(EditionName edition, string number, CancellationToken cancel)
    {
        var (lessons, questions, hidden) = (new List<ClauseUse>(), new List<ClauseUse>(), 0);
        var kept = current.IsSignedIn ? await withheld.RunAsync(current.Id, cancel) : null;
        foreach (var course in await shelf.CoursesAsync(cancel))
        {
            var title = CourseWords.InLanguage(course.Manifest.Title, course.Manifest.TitleEn);
            lessons.AddRange(course.Manifest.Lessons
                .Where(lesson => lesson.Clauses.Contains(new ClauseName(edition, number)))
                .Select(lesson => new ClauseUse(title, lesson.Title, $"/courses/{course.Slug}/lessons/{lesson.Slug}")));
            foreach (var question in course.Bank.Where(question => question.Key.Basis == new Basis.OfClause(edition.Slug, edition.Edition, number)))
            {
                if (kept is null || !question.MayBePractised || kept.Contains((course.Slug, question.Prompt.Id)))
                {
                    hidden++;
                }
                else
                {
                    questions.Add(new ClauseUse(title, question.Prompt.Stem, Address: null));
                }
            }
        }

        return new ClauseUses(lessons, questions, hidden);
    }

    public async Task<int> CountAsync(EditionName edition, IReadOnlySet<string> numbers, CancellationToken cancel) => (await shelf.CoursesAsync(cancel)).Sum(course =>
        course.Manifest.Lessons.Count(lesson => lesson.Clauses.Any(clause => clause.Edition == edition && numbers.Contains(clause.Number)))
        + course.Bank.Count(question => question.Key.Basis is Basis.OfClause basis
            && string.Equals(basis.StandardSlug, edition.Slug, StringComparison.Ordinal) && string.Equals(basis.Edition, edition.Edition, StringComparison.Ordinal) && numbers.Contains(basis.ClauseNumber)));
}
