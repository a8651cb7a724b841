using TrainingHub.Questions;
using TrainingHub.Quizzes;

namespace TrainingHub.UnitTests.Quizzes;

public sealed class GradedPaperTests
{
    private static readonly QuestionVersion Single = Version("single", QuestionKind.Single, ["甲", "乙", "丙"], [0]);
    private static readonly QuestionVersion Multiple = Version("multiple", QuestionKind.Multiple, ["甲", "乙", "丙", "丁"], [0, 3]);
    private static readonly QuestionVersion TrueFalse = Version("true-false", QuestionKind.TrueFalse, [], [1]);
    private static readonly Dictionary<string, QuestionVersion> Questions =
        new[] { Single, Multiple, TrueFalse }.ToDictionary(question => question.Hash, StringComparer.Ordinal);

    private static readonly PaperItem[] Paper =
    [
        new(1, Single.Hash, [2, 0, 1], 5),
        new(2, Multiple.Hash, [3, 1, 0, 2], 7),
        new(3, TrueFalse.Hash, [0, 1], 2),
    ];

    [Fact]
    public void Grades_by_the_frozen_order_of_options()
    {
        var graded = GradedPaper.Of(Paper, Questions, [Entry(1, 1, "B"), Entry(2, 1, "AC"), Entry(3, 1, "B")]);

        Assert.Equal((14, 3), (graded.Points, graded.Answered));
    }

    [Fact]
    public void Takes_the_highest_version_that_was_not_late()
    {
        AnswerEntry[] log = [Entry(1, 3, "A", isLate: true), Entry(1, 2, "B"), Entry(1, 1, "C")];

        var graded = GradedPaper.Of(Paper, Questions, log);

        Assert.Equal((5, 1), (graded.Points, graded.Answered));
    }

    [Fact]
    public void An_answer_taken_back_is_unanswered()
    {
        var graded = GradedPaper.Of(Paper, Questions, [Entry(1, 1, "B"), Entry(1, 2, "")]);

        Assert.Equal((0, 0), (graded.Points, graded.Answered));
    }

    [Fact]
    public void Part_of_a_multiple_choice_gives_nothing() =>
        Assert.Equal(0, GradedPaper.Of(Paper, Questions, [Entry(2, 1, "A")]).Points);

    private static AnswerEntry Entry(int item, int version, string choice, bool isLate = false) => new()
    {
        AttemptId = Guid.Empty,
        Item = item,
        Version = version,
        Choice = choice,
        SavedAt = DateTime.UnixEpoch,
        IsLate = isLate,
    };

    private static QuestionVersion Version(string id, QuestionKind kind, string[] options, int[] correct) =>
        new(new QuestionPrompt(id, kind, "题干", options), new QuestionKey(correct, "解析", new Basis.OfDocument("文件", null, "原文")), QuestionUse.Both, 1);
}
