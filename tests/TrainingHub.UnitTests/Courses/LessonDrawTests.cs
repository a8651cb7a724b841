using TrainingHub.Courses;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courses;

public sealed class LessonDrawTests
{
    [Fact]
    public void A_wrong_one_comes_back_after_the_others_in_another_order()
    {
        var pool = Enumerable.Range(1, 5).Select(Question).ToList();
        var asked = new List<(string Hash, string Order)>();

        for (var seed = 1; seed <= 20; seed++)
        {
            var drawn = LessonDraw.Next(pool, asked, seed)!;
            asked.Add((drawn.Question.Hash, string.Join(',', drawn.OptionOrder)));
        }

        Assert.Equal(5, asked.Take(5).Select(entry => entry.Hash).Distinct().Count());
        Assert.All(asked.Zip(asked.Skip(1)), pair => Assert.NotEqual(pair.First.Hash, pair.Second.Hash));
        Assert.All(asked.GroupBy(entry => entry.Hash), times => Assert.All(times.Zip(times.Skip(1)), pair => Assert.NotEqual(pair.First.Order, pair.Second.Order)));
    }

    [Fact]
    public void The_last_one_left_is_asked_again_and_nothing_when_none_is()
    {
        var only = Question(1);

        Assert.Same(only, LessonDraw.Next([only], [(only.Hash, "0,1,2,3")], 7)?.Question);
        Assert.Null(LessonDraw.Next([], [(only.Hash, "0,1,2,3")], 7));
    }

    private static QuestionVersion Question(int number) => new(
        new QuestionPrompt($"q{number}", QuestionKind.Single, $"Question {number}", ["a", "b", "c", "d"]),
        new QuestionKey([0], "why", new Basis.OfDocument("document", null, "says")), QuestionUse.Practice, difficulty: 1);
}
