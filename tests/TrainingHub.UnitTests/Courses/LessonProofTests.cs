using TrainingHub.Courses;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courses;

public sealed class LessonProofTests
{
    private static readonly DateTime Nine = new(2026, 10, 15, 1, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(8, 0, 4)]
    [InlineData(8, 1, 6)]
    [InlineData(8, 2, 8)]
    [InlineData(8, 7, 8)]
    [InlineData(3, 0, 3)]
    [InlineData(0, 0, 0)]
    public void Asks_for_four_and_two_more_after_each_rest_up_to_the_pool(int pool, int rests, int asked) => Assert.Equal(asked, LessonProof.Asked(pool, rests));

    [Theory]
    [InlineData("", false)]
    [InlineData("ww", false)]
    [InlineData("www", true)]
    [InlineData("wwr", false)]
    [InlineData("wrwrw", false)]
    [InlineData("wwrwwrw", true)]
    [InlineData("rrrwrrw", false)]
    public void Rests_after_three_wrong_in_a_row_or_five_in_all(string answers, bool isDue) =>
        Assert.Equal(isDue, LessonProof.IsRestDue([.. answers.Select(answer => answer is 'r')]));

    [Fact]
    public void Rests_ten_twenty_and_forty_minutes_and_a_day_later_ten_again()
    {
        Assert.Equal(TimeSpan.FromMinutes(10), LessonProof.RestAfter([], Nine));
        Assert.Equal(TimeSpan.FromMinutes(20), LessonProof.RestAfter([Nine.AddHours(-1)], Nine));
        Assert.Equal(TimeSpan.FromMinutes(40), LessonProof.RestAfter([Nine.AddHours(-2), Nine.AddHours(-1)], Nine));
        Assert.Equal(TimeSpan.FromMinutes(40), LessonProof.RestAfter([Nine.AddHours(-3), Nine.AddHours(-2), Nine.AddHours(-1)], Nine));
        Assert.Equal(TimeSpan.FromMinutes(10), LessonProof.RestAfter([Nine.AddDays(-1)], Nine));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Guessing_takes_half_an_hour_in_95_of_100_runs(bool remembersWhatWasWrong)
    {
        var times = Enumerable.Range(1, 100).Select(seed => new Guesser(seed, remembersWhatWasWrong).Finish()).Order().ToList();

        Assert.True(times.Count(time => time >= TimeSpan.FromMinutes(30)) >= 95, string.Join(' ', times.Take(10).Select(time => time.TotalMinutes)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Who_has_read_and_errs_twice_at_most_never_rests(int mistakes)
    {
        var times = Enumerable.Range(1, 100).Select(seed => new Guesser(seed, remembersWhatWasWrong: false) { Mistakes = mistakes }.Finish());

        Assert.All(times, time => Assert.Equal(TimeSpan.Zero, time));
    }

    /// <summary>Answers a lesson with eight questions, half of them multiple choice, as fast as the server lets it.</summary>
    private sealed class Guesser(int seed, bool remembersWhatWasWrong)
    {
        private readonly Random chance = new(seed);
        private readonly List<QuestionVersion> pool = [.. Enumerable.Range(1, 8).Select(number => Question(number, new Random((seed * 100) + number)))];
        private readonly HashSet<(string Hash, string Choice)> tried = [];

        /// <summary>How many wrong answers somebody makes who knows the rest; null: guesses.</summary>
        public int? Mistakes { get; init; }

        public TimeSpan Finish()
        {
            var now = Nine;
            var (right, asked, sinceRest, rests) = (new HashSet<string>(), new List<(string, string)>(), new List<bool>(), new List<DateTime>());
            while (right.Count < LessonProof.Asked(pool.Count, rests.Count))
            {
                var drawn = LessonDraw.Next([.. pool.Where(question => !right.Contains(question.Hash))], asked, chance.NextInt64())!;
                asked.Add((drawn.Question.Hash, string.Join(',', drawn.OptionOrder)));
                var isRight = Mistakes is { } mistakes ? asked.Count > mistakes : drawn.Question.Key.IsAnsweredBy(Guess(drawn.Question));
                sinceRest.Add(isRight);
                if (isRight)
                {
                    right.Add(drawn.Question.Hash);
                }
                else if (LessonProof.IsRestDue(sinceRest))
                {
                    var rest = LessonProof.RestAfter(rests, now);
                    rests.Add(now);
                    now += rest;
                    sinceRest.Clear();
                }
            }

            return now - Nine;
        }

        private int[] Guess(QuestionVersion question)
        {
            while (true)
            {
                int[] guess = question.Prompt.Kind is QuestionKind.Single
                    ? [chance.Next(4)]
                    : [.. Enumerable.Range(0, 4).Where(_ => chance.Next(2) is 1)];
                if ((question.Prompt.Kind is QuestionKind.Single || guess.Length >= 2) && (!remembersWhatWasWrong || tried.Add((question.Hash, string.Join(',', guess)))))
                {
                    return guess;
                }
            }
        }

        private static QuestionVersion Question(int number, Random key)
        {
            var isMultiple = number % 2 is 0;
            int[] order = [0, 1, 2, 3];
            key.Shuffle(order);
            return new QuestionVersion(
                new QuestionPrompt($"q{number}", isMultiple ? QuestionKind.Multiple : QuestionKind.Single, $"Question {number}", ["a", "b", "c", "d"]),
                new QuestionKey([.. order.Take(isMultiple ? key.Next(2, 5) : 1).Order()], "why", new Basis.OfDocument("document", null, "says")),
                QuestionUse.Practice,
                difficulty: 1);
        }
    }
}
