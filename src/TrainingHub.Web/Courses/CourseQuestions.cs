using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary>Tells the question bank which questions of courses the current person answers for.</summary>
public sealed class CourseQuestions(ReachedCourses reached) : ICourseQuestions
{
    public async Task<IReadOnlyDictionary<string, string>> ReachedAsync(CancellationToken cancel) =>
        (await reached.RunAsync(cancel)).SelectMany(course => course.Bank.Select(question => (question.Hash, course.Slug)))
        .DistinctBy(question => question.Hash, StringComparer.Ordinal).ToDictionary(question => question.Hash, question => question.Slug, StringComparer.Ordinal);
}
