using System.Collections.Concurrent;
using TrainingHub.Courses;
using TrainingHub.Courseware;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courses;

/// <summary>Scripts that guess, and people who read, over the pools of the courses that travel with the application and over the smallest pools allowed.</summary>
public sealed class GuessingTests
{
    private const int Runs = 1000;

    private static readonly DateTime Nine = new(2026, 10, 15, 1, 0, 0, DateTimeKind.Utc);

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<QuestionVersion>>> Pools = new(() => ReadPools().ToDictionary(StringComparer.Ordinal));

    /// <summary>How somebody answers.</summary>
    public enum Way
    {
        /// <summary>Any answer.</summary>
        Any,

        /// <summary>Any answer that was not wrong before.</summary>
        Remembering,

        /// <summary>The longest options first, then any that was not wrong before.</summary>
        Longest,

        /// <summary>Nine of ten are right.</summary>
        Honest,
    }

    [Theory]
    [InlineData(Way.Any)]
    [InlineData(Way.Remembering)]
    [InlineData(Way.Longest)]
    public void A_script_that_guesses_needs_half_an_hour_in_every_lesson(Way way)
    {
        var soonest = SharesOf(way, TimeSpan.Zero, run => run.Elapsed >= LessonProof.Floor);

        Assert.All(soonest, lesson => Assert.True(lesson.Value >= 0.999, $"{lesson.Key}: {lesson.Value:P2}"));
    }

    /// <summary>Who waits as long as a reader before each guess is told apart by what is wrong alone. Only a large pool tells then.</summary>
    [Theory]
    [InlineData(Way.Any)]
    [InlineData(Way.Remembering)]
    public void A_patient_guesser_needs_it_in_998_of_1000_runs_of_a_large_pool(Way way)
    {
        var soonest = SharesOf(way, TimeSpan.FromSeconds(20), run => run.Elapsed >= LessonProof.Floor).Where(lesson => Pools.Value[lesson.Key].Count >= 8);

        Assert.All(soonest, lesson => Assert.True(lesson.Value >= 0.998, $"{lesson.Key}: {lesson.Value:P2}"));
    }

    [Fact]
    public void Who_has_read_and_answers_nine_of_ten_rightly_never_waits_in_95_of_100_runs()
    {
        var unhindered = SharesOf(Way.Honest, TimeSpan.FromSeconds(15), run => run.Waited == TimeSpan.Zero);

        Assert.All(unhindered, lesson => Assert.True(lesson.Value >= 0.95, $"{lesson.Key}: {lesson.Value:P2}"));
    }

    private static ConcurrentDictionary<string, double> SharesOf(Way way, TimeSpan pace, Func<Run, bool> counts)
    {
        var shares = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        Parallel.ForEach(Pools.Value, pool => shares[pool.Key] =
            Enumerable.Range(1, Runs).Count(seed => counts(new Learner(pool.Value, way, pace, seed).Finish())) / (double)Runs);
        return shares;
    }

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<QuestionVersion>>> ReadPools()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(Root(), "courses")).Where(folder => !Path.GetFileName(folder).StartsWith('_')).Order(StringComparer.Ordinal))
        {
            var course = Assert.IsType<CourseOutcome.Read>(CourseReader.Read(folder)).Content;
            var bank = course.Questions.ToDictionary(question => question.Prompt.Id, StringComparer.Ordinal);
            foreach (var lesson in course.Lessons)
            {
                yield return new($"{course.Slug}/{lesson.Slug}", [.. lesson.Checks.Select(check => bank[check])]);
            }
        }

        yield return new("two single choices", [Small("a"), Small("b")]);
        yield return new("three single choices", [Small("a"), Small("b"), Small("c")]);
        yield return new("four single choices", [Small("a"), Small("b"), Small("c"), Small("d")]);
    }

    private static QuestionVersion Small(string id) => new(
        new QuestionPrompt(id, QuestionKind.Single, "发现隐患以后先做什么？", ["报告", "等一等", "拍照发出去", "自己修"]),
        new QuestionKey([0], "先报告。", new Basis.OfDocument("文件", null, "先报告")),
        QuestionUse.Practice,
        difficulty: 1);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TrainingHub.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    /// <summary>What one run took; a run that goes on beyond the floor is not followed further.</summary>
    private sealed record Run(TimeSpan Elapsed, TimeSpan Waited);

    /// <summary>Answers a lesson as the server asks it.</summary>
    private sealed class Learner(IReadOnlyList<QuestionVersion> pool, Way way, TimeSpan pace, int seed)
    {
        private readonly Random chance = new(seed);
        private readonly HashSet<string> right = new(StringComparer.Ordinal);
        private readonly List<(string Hash, string OptionOrder)> asked = [];
        private readonly List<bool> sinceRest = [];
        private readonly List<DateTime> rests = [];
        private readonly List<ProofAnswer> answers = [];
        private readonly HashSet<(string Hash, string Choice)> tried = [];
        private DateTime now = Nine;
        private TimeSpan waited;

        public Run Finish()
        {
            while (right.Count < LessonProof.Asked(pool.Count, answers.Count(answer => !answer.IsRight), LessonProof.IsHasty(answers)) && now - Nine < LessonProof.Floor)
            {
                AnswerNext();
            }

            if (LessonProof.HoldOf(Nine, pool.Count, answers) is { } hold && now < hold.Until)
            {
                waited += hold.Until - now;
                now = hold.Until;
            }

            return new Run(now - Nine, waited);
        }

        private void AnswerNext()
        {
            var drawn = LessonDraw.Next([.. pool.Where(question => !right.Contains(question.Hash))], asked, chance.NextInt64())!;
            asked.Add((drawn.Question.Hash, string.Join(',', drawn.OptionOrder)));
            now += pace;
            var isRight = way is Way.Honest ? chance.Next(10) > 0 : drawn.Question.Key.IsAnsweredBy(Guess(drawn.Question));
            answers.Add(new ProofAnswer(isRight, pace, LessonProof.ReadingOf(drawn.Question.Prompt)));
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
                waited += rest;
                sinceRest.Clear();
            }
        }

        private int[] Guess(QuestionVersion question)
        {
            if (way is Way.Longest && Longest(question.Prompt) is var longest && tried.Add((question.Hash, string.Join(',', longest))))
            {
                return longest;
            }

            while (true)
            {
                int[] guess = question.Prompt.Kind is QuestionKind.Multiple
                    ? [.. Enumerable.Range(0, question.Prompt.OptionCount).Where(_ => chance.Next(2) is 1)]
                    : [chance.Next(question.Prompt.OptionCount)];
                if ((question.Prompt.Kind is not QuestionKind.Multiple || guess.Length >= 2) && (way is Way.Any || tried.Add((question.Hash, string.Join(',', guess)))))
                {
                    return guess;
                }
            }
        }

        private static int[] Longest(QuestionPrompt prompt) =>
        [
            .. Enumerable.Range(0, prompt.OptionCount)
                .OrderByDescending(index => prompt.Kind is QuestionKind.TrueFalse ? 0 : prompt.Options[index].Length)
                .Take(prompt.Kind is QuestionKind.Multiple ? 3 : 1).Order(),
        ];
    }
}
