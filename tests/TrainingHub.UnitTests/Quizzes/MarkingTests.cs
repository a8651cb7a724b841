using TrainingHub.Quizzes;

namespace TrainingHub.UnitTests.Quizzes;

public sealed class MarkingTests
{
    private static readonly DateTime Nine = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Chen = Guid.NewGuid();
    private static readonly Guid Lin = Guid.NewGuid();
    private static readonly Guid Wang = Guid.NewGuid();
    private readonly Guid _attempt = Guid.NewGuid();

    [Fact]
    public void One_person_marks_and_the_newest_mark_counts()
    {
        var marking = Give(Give(Of(rule: null), Chen, 3), Lin, 5);

        Assert.Equal(5, marking.Points);
        Assert.Equal((MarkTurn.Given, MarkTurn.Given), (marking.TurnOf(Chen), marking.TurnOf(Wang)));
        Assert.Equal(MarkTurn.Yours, Of(rule: null).TurnOf(Chen));
    }

    [Theory]
    [InlineData(6, 8, 7)]
    [InlineData(6, 7, 7)]
    [InlineData(8, 6, 7)]
    [InlineData(0, 1, 1)]
    [InlineData(4, 4, 4)]
    public void Two_marks_near_each_other_give_their_mean_rounded_half_up(int first, int second, int points)
    {
        var marking = Give(Give(Of(Double(2)), Chen, first), Lin, second);

        Assert.Equal(points, marking.Points);
        Assert.All([Chen, Lin, Wang], person => Assert.Equal(MarkTurn.Settled, marking.TurnOf(person)));
    }

    [Fact]
    public void Two_marks_too_far_apart_go_to_a_third_whose_mark_decides()
    {
        var apart = Give(Give(Of(Double(2)), Chen, 3), Lin, 6);
        var decided = Give(apart, Wang, 4);

        Assert.Null(apart.Points);
        Assert.Equal((MarkTurn.Others, MarkTurn.Others, MarkTurn.Yours), (apart.TurnOf(Chen), apart.TurnOf(Lin), apart.TurnOf(Wang)));
        Assert.Equal(3, apart.NextNumber(Wang));
        Assert.Equal((4, MarkTurn.Settled), (decided.Points, decided.TurnOf(Wang)));
        Assert.False(apart.MayMark(Chen));
    }

    [Fact]
    public void The_first_may_change_their_mark_until_the_second_is_given()
    {
        var changed = Give(Give(Of(Double(0)), Chen, 3), Chen, 5);
        var both = Give(changed, Lin, 5);

        Assert.Null(changed.Points);
        Assert.Equal((MarkTurn.Given, MarkTurn.Yours, 2), (changed.TurnOf(Chen), changed.TurnOf(Lin), changed.NextNumber(Lin)));
        Assert.Equal((5, 2), (both.Points, both.Counting.Count));
        Assert.False(both.MayMark(Chen));
    }

    [Fact]
    public void Any_two_marks_decide_within_their_bounds_or_call_for_a_third()
    {
        for (var first = 0; first <= 10; first++)
        {
            for (var second = 0; second <= 10; second++)
            {
                var points = Give(Give(Of(Double(3)), Chen, first), Lin, second).Points;

                Assert.Equal(Math.Abs(first - second) <= 3, points is not null);
                Assert.True(points is null || (points >= Math.Min(first, second) && points <= Math.Max(first, second)));
            }
        }
    }

    [Fact]
    public void An_attempt_goes_by_the_rule_of_its_first_mark()
    {
        MarkingRule[] rules = [Double(1), new() { Id = Guid.NewGuid(), QuizSlug = "fire", IsDouble = false, MostApart = 0, SetAt = Nine.AddHours(2), SetBy = Chen }];

        Assert.Null(MarkingRule.InForce(rules, Nine.AddTicks(-1)));
        Assert.True(MarkingRule.InForce(rules, Nine)!.IsDouble);
        Assert.False(MarkingRule.InForce(rules, Nine.AddHours(2))!.IsDouble);
    }

    private static Marking Of(MarkingRule? rule) => new(rule, []);

    private static MarkingRule Double(int mostApart) => new() { Id = Guid.NewGuid(), QuizSlug = "fire", IsDouble = true, MostApart = mostApart, SetAt = Nine, SetBy = Chen };

    private Marking Give(Marking marking, Guid personId, int points)
    {
        var (number, decides) = marking.Next(personId, points);
        return marking with
        {
            Marks =
            [
                .. marking.Marks,
                new AnswerMark
                {
                    Id = Guid.NewGuid(), AttemptId = _attempt, Item = 1, Given = "1", Points = points, MarkedAt = Nine.AddMinutes(marking.Marks.Count), MarkedBy = personId,
                    Number = number, Decided = number is null ? null : decides,
                },
            ],
        };
    }
}
