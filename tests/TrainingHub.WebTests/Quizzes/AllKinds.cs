using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>A course whose quiz asks one question of every kind, two of them about one case, with pictures.</summary>
internal static class AllKinds
{
    public const string Course = "all-kinds";
    public const string Slug = "all-kinds-quiz";

    /// <summary>In every text of a key.</summary>
    public const string Canary = "金丝雀";

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static QuestionPicture Picture { get; } = new(CourseFileContent.HashOf(Png), "image/png", 300, 200, "走廊");

    private static Basis Basis { get; } = new Basis.OfDocument($"{Canary}文件", null, $"{Canary}原文");

    public static IReadOnlyList<QuestionVersion> Questions { get; } = Make();

    public static Task PublishAsync(WebApp app, QuestionUse use = QuestionUse.Both) => app.InsideAsync(services => services.GetRequiredService<PublishCourse>().RunAsync(
        Content() with { Questions = [.. Questions.Select(question => new QuestionVersion(question.Prompt, question.Key, use, question.Difficulty))] }, [], new CourseSource(new Dictionary<string, byte[]>(StringComparer.Ordinal) { [$"{Course}/questions/corridor.png"] = Png }), default));

    /// <summary>The same questions, each with its kind as a tag, in another course whose quiz draws by this plan.</summary>
    public static Task PublishAsync(WebApp app, string course, PaperPlan plan) => app.InsideAsync(services => services.GetRequiredService<PublishCourse>().RunAsync(
        Content() with
        {
            Slug = course,
            QuizSlug = $"{course}-quiz",
            Hash = course.PadRight(64, 'e'),
            Questions = [.. Questions.Select(question => new QuestionVersion(question.Prompt, question.Key, QuestionUse.Both, question.Difficulty) { Tags = [question.Prompt.Kind.ToString()] })],
            Quizzes = [Content().Quizzes[0] with { Slug = $"{course}-quiz", Blueprint = new Blueprint([]) { Plan = plan } }],
        },
        [], new CourseSource(new Dictionary<string, byte[]>(StringComparer.Ordinal) { [$"{course}/questions/corridor.png"] = Png }), default));

    /// <summary>What somebody sends for each item who knows the key.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> RightAsync(WebApp app, string personKey, string slug = Slug)
    {
        var attempt = await app.AttemptAsync(personKey, slug: slug);
        var items = await app.WithDbAsync(db => db.AttemptItems.AsNoTracking().Where(item => item.AttemptId == attempt.Id).ToListAsync());
        return items.ToDictionary(item => item.Number, item => Right(Questions.Single(question => string.Equals(question.Hash, item.QuestionHash, StringComparison.Ordinal)), item.AsPaperItem()));
    }

    /// <summary>Number of the item of this kind, or of the first of them.</summary>
    public static async Task<int> NumberAsync(WebApp app, string personKey, QuestionKind kind)
    {
        var attempt = await app.AttemptAsync(personKey, slug: Slug);
        var hashes = Questions.Where(question => question.Prompt.Kind == kind).Select(question => question.Hash).ToList();
        return await app.WithDbAsync(db => db.AttemptItems.Where(item => item.AttemptId == attempt.Id && hashes.Contains(item.QuestionHash)).MinAsync(item => item.Number));
    }

    public static string Right(QuestionVersion question, PaperItem item)
    {
        var (prompt, key) = (question.Prompt, question.Key);
        return prompt.Kind switch
        {
            QuestionKind.FillIn => string.Join('\n', key.Blanks.Select(blank => blank.Accepted is [var word, ..] ? word : blank.Value?.ToString(CultureInfo.InvariantCulture))),
            QuestionKind.Ordering => string.Concat(Enumerable.Range(0, prompt.Options.Count).Select(Letter)),
            QuestionKind.Matching => string.Concat(key.Pairs.Select(Letter)),
            QuestionKind.Hotspot => "@150,250",
            QuestionKind.Judgement => $"{key.Level};{Letter(key.CorrectOptions[0])};75",
            QuestionKind.Written => "先报警，\n再疏散。",
            _ => Choice.Of(key.CorrectOptions, item.OptionOrder).ToString(),
        };

        char Letter(int index) => (char)('A' + item.OptionOrder.Index().First(place => place.Item == index).Index);
    }

    private static QuestionVersion Of(QuestionPrompt prompt, QuestionKey key) => new(prompt, key, QuestionUse.Both, 1);

    private static QuestionKey Key(params int[] correct) => new(correct, $"{Canary}解析", Basis);

    private static List<QuestionVersion> Make()
    {
        var story = new CaseStem("kitchen", "情景：食堂后厨的灶台起火。") { Pictures = [Picture] };
        return
        [
            Of(new QuestionPrompt("k-single-1", QuestionKind.Single, "案例里第一件要做的事是什么？", ["报警", "拍照", "写报告"]) { Case = story }, Key(0)),
            Of(new QuestionPrompt("k-single-2", QuestionKind.Single, "案例里由谁引导疏散？", ["现场工作人员", "就餐的学生", "路过的家长"]) { Case = story }, Key(0)),
            Of(new QuestionPrompt("k-multiple", QuestionKind.Multiple, "哪些是疏散设施？", ["应急照明", "安全出口", "电视机"]), Key(0, 1)),
            Of(new QuestionPrompt("k-true-false", QuestionKind.TrueFalse, "安全出口可以上锁。", []), Key(1)),
            Of(
                new QuestionPrompt("k-fill-in", QuestionKind.FillIn, "每层至少____个安全出口，走道净宽____米。", []),
                Key() with { Blanks = [new BlankKey { Accepted = [$"{Canary}两", "2"] }, new BlankKey { Value = 1.4m, Tolerance = 0.05m, Units = [$"{Canary}米"] }] }),
            Of(new QuestionPrompt("k-ordering", QuestionKind.Ordering, "疏散的先后顺序是什么？", ["听到警报", "离开教室", "到达操场", "清点人数"]), Key()),
            Of(new QuestionPrompt("k-matching", QuestionKind.Matching, "隐患属于哪一类？", ["电线乱拉", "地面湿滑"]) { Targets = ["用电", "食品", "防滑"] }, Key() with { Pairs = [0, 2] }),
            Of(
                new QuestionPrompt("k-hotspot", QuestionKind.Hotspot, "标出不允许的地方。", ["左边的门", "右边的窗"]) { Picture = Picture },
                Key(0) with { Zones = [Zone.Rectangle(new Spot(137, 231), new Spot(173, 291)), Zone.Rectangle(new Spot(737, 231), new Spot(773, 291))] }),
            Of(new QuestionPrompt("k-judgement", QuestionKind.Judgement, "电池提上楼充电，怎样判定？", ["第六项", "第八项"]), Key(0) with { Level = HazardLevel.Major }),
            Of(
                new QuestionPrompt("k-written", QuestionKind.Written, "写出起火后要做的事。", []) { MostCharacters = 200 },
                Key() with { Rubric = [new RubricLine($"{Canary}报警", 1), new RubricLine($"{Canary}疏散", 3)] }),
        ];
    }

    private static CourseContent Content() => new()
    {
        Slug = Course,
        Title = "各种题型",
        TitleEn = "All kinds",
        Summary = "",
        SummaryEn = "",
        Audience = [],
        CreditMinutes = 45,
        QuizSlug = Slug,
        Hash = new string('d', 64),
        Lessons = [],
        Questions = Questions,
        Quizzes =
        [
            new Quiz
            {
                Slug = Slug,
                Title = "各种题型的测验",
                TitleEn = "A quiz of all kinds",
                Minutes = 20,
                PassPercent = 100,
                AttemptsAllowed = 0,
                WaitMinutes = 0,
                Blueprint = new Blueprint([.. Questions.GroupBy(question => question.Prompt.Kind).Select(kind => new BlueprintSection(kind.Key, kind.Count(), 4))]),
            },
        ],
    };
}
