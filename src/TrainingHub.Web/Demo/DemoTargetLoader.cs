#if DEMO_WORLDS
using TrainingHub.Completions;
using TrainingHub.Courses;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Demo;

/// <summary>Sets the other promises of the demo world: the same percentages of other people, and key posts that each school trains itself.</summary>
public sealed class DemoTargetLoader(Db db, CompleteTraining complete, CourseShelf shelf, Ids ids, DayClock clock)
{
    public const string KeyPostQuiz = "fire-safety-final";

    // Second posts: nobody's figure for the rotation of principals changes by them.
    private static readonly (string Person, string Organization, CorePosition Post)[] SecondPosts =
    [
        (SmallWorld.CityOfficer, SmallWorld.SafetySection, CorePosition.SafetySectionChief), (SmallWorld.LinxiOfficer, SmallWorld.Linxi, CorePosition.SafetySectionChief),
        (SmallWorld.WangchuanOfficer, SmallWorld.Wangchuan, CorePosition.BureauLeader), (SmallWorld.Teacher, SmallWorld.School32, CorePosition.KeyPostLab),
        ("responsible-binhe", SmallWorld.Binhe, CorePosition.KeyPostFire),
    ];

    /// <summary>Adds programmes, targets and posts; whoever saves them does so before anybody completes anything.</summary>
    public void Add()
    {
        Set("management-training", "全市教育系统管理岗位安全培训", "Safety training of management posts", SmallWorld.City, DemoWorldLoader.QuizSlug, PolicyPreset.CityPlanItem6, "云岭市三年行动任务分工第6项");
        Set("county-rotation", "全区中小学、幼儿园安全管理人员轮训", "Rotation training of the county’s schools", SmallWorld.Linxi, DemoWorldLoader.QuizSlug, PolicyPreset.CountyPlanNamedPosts, "临溪区治本攻坚三年行动实施方案（三）");
        Set("key-posts", "重点岗位人员安全培训", "Safety training of key posts", SmallWorld.Linxi, KeyPostQuiz, PolicyPreset.CountyPlanKeyPosts, "临溪区治本攻坚三年行动实施方案（三）");
        db.Memberships.AddRange(SecondPosts.Select(one =>
        {
            var id = ids.Next();
            return new Membership
            {
                Id = id, FactId = id, PersonId = WorldIds.Of("person", one.Person), OrganizationId = WorldIds.Of("organization", one.Organization),
                PositionId = ShippedPositions.Of(one.Post).Id, From = new(2022, 9, 1), Until = Day.Open, IsPrimary = false, Employment = Employment.Established, RecordedAt = clock.Now,
            };
        }));
    }

    /// <summary>Trains a few of those people.</summary>
    public async Task CompleteAsync(CancellationToken cancel)
    {
        await CompleteAsync(SmallWorld.LinxiOfficer, DemoWorldLoader.QuizSlug, new(2024, 10, 22), cancel);
        await CompleteAsync(SmallWorld.SchoolAdministrator, DemoWorldLoader.QuizSlug, new(2025, 4, 11), cancel);
        await CompleteAsync(SmallWorld.Teacher, KeyPostQuiz, new(2025, 9, 25), cancel);
    }

    private async Task CompleteAsync(string person, string quizSlug, DateOnly day, CancellationToken cancel)
    {
        var quiz = await shelf.FindQuizAsync(quizSlug, cancel) ?? throw new InvalidOperationException($"The demo world needs the quiz {quizSlug}: is the folder courses/ there?");
        await complete.RunAsync(new Completion
        {
            PersonId = WorldIds.Of("person", person), QuizSlug = quizSlug, CourseSlug = quiz.Course.Slug, CourseHash = quiz.Course.Hash,
            CreditMinutes = quiz.Course.Manifest.CreditMinutes, Day = day, Evidence = Evidence.BureauSession,
        }, cancel);
        db.ChangeTracker.Clear();
    }

    private void Set(string slug, string name, string nameEn, string setter, string quizSlug, PolicyPreset preset, string source)
    {
        var draft = new ProgrammeDraft
        {
            Slug = slug, Name = name, NameEn = nameEn, OrganizationId = WorldIds.Of("organization", setter), CycleFrom = TargetPresets.PlanFrom, CycleUntil = TargetPresets.PlanUntil,
            Demand = new ProgrammeDemand(string.Equals(quizSlug, KeyPostQuiz, StringComparison.Ordinal) ? "fire-safety" : "major-hazards-2024", quizSlug, [], RefusesOutside: false),
            ValidityMonths = 36, CertificateTitle = "培训合格证明",
        };
        var (programme, terms) = draft.Make(ids.Next, clock.Now, recordedBy: null);
        db.AddRange(programme, terms.Rule);
        foreach (var (target, targetRule) in TargetPresets.Make(preset, programme.Id, draft.OrganizationId, ids.Next, clock.Now, source))
        {
            db.AddRange(target, targetRule);
        }
    }
}
#endif
