using Bogus;
using TrainingHub.Organizations;
using TrainingHub.Time;

namespace TrainingHub.Seeds;

/// <summary>A county with townships and as many schools as asked, some forty people each, drawn by a fixed seed. The people of the small world work in it too.</summary>
public static class CountyWorld
{
    private static readonly string[] Positions = ["principal", "viceSafety", "personResponsible", "safetyOfficer", "partySecretary"];

    /// <param name="schools">How many schools; each has forty people.</param>
    public static World Make(int schools)
    {
        var small = SmallWorld.Make();
        var faker = new Faker("zh_CN") { Random = new Randomizer(20_260_101) };
        var organizations = new List<WorldOrganization>(small.Organizations);
        var people = new List<WorldPerson>(small.People);
        for (var township = 1; township <= (schools + 9) / 10; township++)
        {
            organizations.Add(new($"township-{township}", SmallWorld.Wangchuan, $"{TownshipName(township)}中心学校", OrganizationKind.TownshipCentralSchool) { Stages = SchoolStages.Primary });
        }

        for (var school = 1; school <= schools; school++)
        {
            var key = $"county-school-{school}";
            var township = (school + 9) / 10;
            organizations.Add(new(key, $"township-{township}", $"{TownshipName(township)}第{Numeral((school - 1) % 10 + 1)}小学", OrganizationKind.School)
            {
                Stages = SchoolStages.Primary,
                Flags = school % 7 == 0 ? OrganizationFlags.Boarding : OrganizationFlags.None,
            });
            for (var member = 0; member < 40; member++)
            {
                people.Add(Someone(faker, key, school, member));
            }
        }

        return small with { Name = "county", Organizations = organizations, People = people };
    }

    private static WorldPerson Someone(Faker faker, string school, int schoolNumber, int member)
    {
        var number = schoolNumber * 100 + member;
        var since = new DateOnly(2019, 9, 1).AddMonths(faker.Random.Int(0, 60));
        var completed = member < 3 && faker.Random.Int(0, 99) < 70 ? new DateOnly(2024, 3, 1).AddDays(faker.Random.Int(0, 960)) : (DateOnly?)null;
        return new WorldPerson($"{school}-{member}", faker.Name.LastName() + faker.Name.FirstName(), $"WC{number:000000}", $"1380{number:0000000}")
        {
            Memberships = [new(school, member < Positions.Length ? Positions[member] : "teacher", since, Day.Open)],
            CompletedOn = completed > since ? completed : null,
        };
    }

    private static string TownshipName(int number)
    {
        const string First = "清石柳桃松竹梅兰云溪";
        const string Second = "河桥坪湾岭塘镇口源";
        return $"{First[number % First.Length]}{Second[number / First.Length % Second.Length]}乡";
    }

    private static string Numeral(int number) => number switch
    {
        1 => "一",
        2 => "二",
        3 => "三",
        4 => "四",
        5 => "五",
        6 => "六",
        7 => "七",
        8 => "八",
        9 => "九",
        _ => "十",
    };
}
