using TrainingHub.Organizations;
using TrainingHub.Time;

namespace TrainingHub.Seeds;

/// <summary>
/// Many people who can all sign in, have all finished the lessons and all count for the programme, so that a bench can let each of them
/// take the quiz once. The people of the small world work in it too.
/// </summary>
public static class BenchWorld
{
    public const int PeopleInSchool = 10;

    /// <summary>The staff number of a learner, from 0.</summary>
    public static string StaffNumberOf(int learner) => $"BE{learner:000000}";

    /// <summary>The name of a learner, from 0.</summary>
    public static string NameOf(int learner)
    {
        const string Family = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许";
        const string Given = "安北辰川帆谷航嘉可岚铭宁棋然舒彤文曦晓一";
        return $"{Family[learner % 20]}{Given[learner / 20 % 20]}{Given[learner / 400 % 20]}";
    }

    public static World Make(int learners)
    {
        var small = SmallWorld.Make();
        var schools = (learners + PeopleInSchool - 1) / PeopleInSchool;
        return small with
        {
            Name = "bench",
            Organizations =
            [
                .. small.Organizations,
                .. Enumerable.Range(0, schools).Select(school =>
                    new WorldOrganization(SchoolKey(school), SmallWorld.Wangchuan, $"望川县第{school + 1}学校", OrganizationKind.School) { Stages = SchoolStages.Primary }),
            ],
            People = [.. small.People, .. Enumerable.Range(0, learners).Select(Learner)],
        };
    }

    private static string SchoolKey(int school) => $"bench-school-{school}";

    private static WorldPerson Learner(int learner) =>
        new($"bench-{learner}", NameOf(learner), StaffNumberOf(learner), $"1370{learner:0000000}")
        {
            Memberships = [new(SchoolKey(learner / PeopleInSchool), PositionOf(learner % PeopleInSchool), new DateOnly(2022, 9, 1), Day.Open)],
            HasAccount = true,
            HasStudied = true,
        };

    private static string PositionOf(int place) => place switch
    {
        0 => "principal",
        1 => "viceSafety",
        _ => "personResponsible",
    };
}
