using TrainingHub.Courseware;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courseware;

public sealed class CoursesInTheRepositoryTests
{
    private static readonly Lazy<IReadOnlyList<InspectedCourse>> Courses = new(() => CoursesReader.Inspect(CoursesFolder()));

    private static List<QuestionVersion> Questions => [.. Courses.Value.SelectMany(course => course.Inspection.Questions).Select(placed => placed.Question)];

    [Fact]
    public void Every_course_is_accepted_without_a_warning()
    {
        Assert.Equal(9, Courses.Value.Count);
        Assert.Equal("", string.Join('\n', Courses.Value.SelectMany(course => course.Inspection.Problems)));
        Assert.All(Courses.Value, course => Assert.IsType<CourseOutcome.Read>(course.Inspection.Outcome));
    }

    [Fact]
    public void Every_question_rests_on_something_entered() =>
        Assert.All(Courses.Value, course => Assert.Equal(course.Inspection.Counts.Questions, course.Inspection.Counts.WithBasis));

    /// <summary>What a copied question looks like after a small change of its stem.</summary>
    public static TheoryData<string> Changes => ["character", "two characters", "word", "order"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_changed_copy_of_any_question_is_found(string change)
    {
        var questions = Questions;

        var found = questions.Count(question => QuestionTwins.Find([question, With(question, Changed(question.Prompt.Stem, change))]).Any(twin => twin.Kind is not TwinKind.OtherKey));

        Assert.True(found * 100 >= questions.Count * 95, $"{found} of {questions.Count}");
    }

    [Fact]
    public void Changed_copies_are_found_among_all_questions_as_well()
    {
        var questions = Questions;

        var twins = QuestionTwins.Find([.. questions, .. questions.Select(question => With(question, Changed(question.Prompt.Stem, "character")))]);

        var found = twins.Count(twin => twin.Later == twin.Earlier + questions.Count);
        Assert.True(found * 100 >= questions.Count * 95, $"{found} of {questions.Count}");
    }

    private static QuestionVersion With(QuestionVersion question, string stem) =>
        new(question.Prompt with { Id = $"{question.Prompt.Id}-copy", Stem = stem }, question.Key, question.Use, question.Difficulty);

    private static string Changed(string stem, string change)
    {
        var middle = stem.Length / 2;
        switch (change)
        {
            case "character":
                return $"{stem[..middle]}某{stem[(middle + 1)..]}";
            case "two characters":
                return $"{stem[..(middle / 2)]}某{stem[((middle / 2) + 1)..middle]}甲{stem[(middle + 1)..]}";
            case "word":
                return $"{stem[..middle]}另外{stem[(middle + 2)..]}";
            default:
                // The part after the last comma goes first.
                var comma = stem.LastIndexOf('，');
                return comma < 0 ? $"请问，{stem}" : $"{stem[(comma + 1)..]}，{stem[..comma]}";
        }
    }

    private static string CoursesFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TrainingHub.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository."), "courses");
    }
}
