using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Sessions;

namespace TrainingHub.UnitTests.Sessions;

public sealed class PaperMarksTests
{
    private static readonly QuestionVersion Written = Of(QuestionKind.Written, new RubricLine("报警", 1), new RubricLine("疏散", 3));
    private static readonly QuestionVersion Single = Of(QuestionKind.Single);
    private static readonly Dictionary<string, QuestionVersion> Questions = new(StringComparer.Ordinal) { [Written.Hash] = Written, [Single.Hash] = Single };
    private static readonly PaperItem[] Items = [new(1, Single.Hash, [0, 1], 4), new(2, Written.Hash, [], 10)];

    [Theory]
    [InlineData("1,3", 10)]
    [InlineData("0,3", 7)]
    [InlineData("1,1", 5)]
    [InlineData("0,0", 0)]
    public void Points_are_the_share_of_the_rubric_rounded_down(string given, int points)
    {
        var marks = PaperMarks.Of(Items, Questions, Answered(2), new Dictionary<int, string> { [2] = given });

        Assert.Equal(new Dictionary<int, int> { [2] = points }, marks.Points);
        Assert.Null(marks.FaultOf("王老师"));
    }

    [Theory]
    [InlineData("2,3")]
    [InlineData("1,-1")]
    [InlineData("1")]
    [InlineData("1,,3")]
    [InlineData("1,3,0")]
    [InlineData("全部")]
    public void Nothing_but_what_the_rubric_has_is_taken(string given)
    {
        var marks = PaperMarks.Of(Items, Questions, Answered(2), new Dictionary<int, string> { [2] = given });

        Assert.Empty(marks.Points);
        Assert.Equal((PaperMarksFault.Unreadable, 2), (marks.FaultOf("王老师")!.Value.Fault, Assert.Single(marks.FaultOf("王老师")!.Value.Items)));
    }

    [Fact]
    public void What_was_answered_is_marked_by_somebody_who_is_named_and_what_was_not_needs_nobody()
    {
        Dictionary<int, string> full = new() { [2] = "1,3" };

        Assert.Equal(PaperMarksFault.Unmarked, PaperMarks.Of(Items, Questions, Answered(1, 2), new Dictionary<int, string>()).FaultOf("王老师")?.Fault);
        Assert.Equal(PaperMarksFault.NoMarker, PaperMarks.Of(Items, Questions, Answered(2), full).FaultOf("")?.Fault);
        Assert.Null(PaperMarks.Of(Items, Questions, Answered(1), new Dictionary<int, string> { [1] = "9" }).FaultOf(""));
    }

    [Fact]
    public void The_one_grader_takes_them()
    {
        var answers = Answered(1, 2);
        var sheet = new PaperSheet { PaperId = Guid.NewGuid(), Number = 1, Means = PaperMeans.Paper, Answers = answers, Points = 0, EnteredAt = DateTime.UnixEpoch, EnteredBy = Guid.NewGuid() };
        var marks = PaperMarks.Of(Items, Questions, answers, new Dictionary<int, string> { [2] = "0,3" });

        var graded = GradedPaper.Of(Items, Questions, PaperSheet.LogOf([sheet]), marks.Points);

        Assert.Equal((4 + 7, false), (graded.Points, graded.WaitsForMarks));
    }

    private static Dictionary<int, string> Answered(params int[] items) => items.ToDictionary(item => item, item => item is 1 ? "A" : PaperSheet.OnPaper);

    private static QuestionVersion Of(QuestionKind kind, params RubricLine[] rubric) => new(
        new QuestionPrompt($"{kind}", kind, "起火后做什么？", kind is QuestionKind.Single ? ["报警", "拍照"] : []) { MostCharacters = kind is QuestionKind.Written ? 200 : 0 },
        new QuestionKey(kind is QuestionKind.Single ? [0] : [], "解析", new Basis.OfDocument("文件", null, "原文")) { Rubric = rubric },
        QuestionUse.Both,
        1);
}
