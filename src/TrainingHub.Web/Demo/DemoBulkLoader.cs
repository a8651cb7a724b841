#if DEMO_WORLDS
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Seeds;
using TrainingHub.Storage;

namespace TrainingHub.Demo;

/// <summary>
/// Fills in a roster and a ledger of any size by a dozen statements, so that what takes long with a million rows can be measured. Three fifths of the people
/// were trained within the cycle of the demo programme, the others before it. Exists in builds for trying and testing only.
/// </summary>
public sealed class DemoBulkLoader(Db db, Transactions transactions)
{
    private const int County = 0x0B01, School = 0x0B02, Detail = 0x0B03, Parent = 0x0B04, Path = 0x0B10, Person = 0x0B20, Membership = 0x0B21, Record = 0x0B22,
        SecondPost = 0x0B23, Return = 0x0B24, OtherRecord = 0x0B25, Exclusion = 0x0B26, Revocation = 0x0B27, Attempt = 0x0B30;
    private const string Given = "安北辰川帆谷航嘉可岚铭宁棋然舒彤文曦";

    public Task RunAsync(World world, WorldBulk bulk, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        foreach (var statement in Statements(world, bulk))
        {
            // Every number in it is made here.
            await db.Database.ExecuteSqlRawAsync(statement, cancel);
        }
    }, cancel);

    private IEnumerable<string> Statements(World world, WorldBulk bulk)
    {
        var (city, wangchuan) = (Literal(WorldIds.Of("organization", world.Setter)), Literal(WorldIds.Of("organization", SmallWorld.Wangchuan)));
        Func<FormattableString, string> of = FormattableString.Invariant;
        var above = $"CASE WHEN n < 200 THEN {wangchuan} ELSE {Id(County, $"(n % {Text(bulk.Counties)})")} END";
        foreach (var (kind, count, code, name, folded, type, parent, shift) in new[]
        {
            (County, bulk.Counties, "CB", "'演示'||(n+1)||'县教育局'", "'演示'||(n+1)||'县教育局'", 4, city, 0),
            (School, bulk.Schools, "CS", "CASE WHEN n < 200 THEN '望川县第'||(n+1)||'学校' ELSE '演示第'||(n+1)||'学校' END", "CASE WHEN n < 200 THEN '望川县第'||(n+1)||'学校' ELSE '演示第'||(n+1)||'学校' END", 128, above, bulk.Counties),
        })
        {
            var id = Id(kind, "n");
            yield return of($"INSERT INTO \"Organizations\" (\"Id\", \"Code\", \"Name\", \"NormalizedName\", \"CreatedAt\") SELECT {id}, '{code}'||(100000+n), {name}, {folded}, {Now} FROM {Numbers(count)}");
            yield return of($"INSERT INTO \"OrganizationDetails\" (\"Id\", \"FactId\", \"OrganizationId\", \"Name\", \"Kind\", \"Stages\", \"Flags\", \"From\", \"Until\", \"RecordedAt\") SELECT {Id(Detail, $"(n+{shift})")}, {Id(Detail, $"(n+{shift})")}, {id}, {name}, {type}, {(kind == School ? 2 : 0)}, {(kind == School ? "n % 2" : "0")}, {Date("2019-01-01")}, {Date("9999-12-31")}, {Now} FROM {Numbers(count)}");
            yield return of($"INSERT INTO \"OrganizationParents\" (\"Id\", \"FactId\", \"OrganizationId\", \"ParentId\", \"From\", \"Until\", \"RecordedAt\") SELECT {Id(Parent, $"(n+{shift})")}, {Id(Parent, $"(n+{shift})")}, {id}, {parent}, {Date("2019-01-01")}, {Date("9999-12-31")}, {Now} FROM {Numbers(count)}");
            yield return of($"INSERT INTO \"OrganizationPaths\" (\"Id\", \"AncestorId\", \"DescendantId\", \"Depth\", \"From\", \"Until\", \"RecordedAt\") SELECT {Id(Path, $"(n+{shift})")}, {id}, {id}, 0, {Date("2019-01-01")}, {Date("9999-12-31")}, {Now} FROM {Numbers(count)}");
            foreach (var depth in Enumerable.Range(1, 3))
            {
                yield return of($"INSERT INTO \"OrganizationPaths\" (\"Id\", \"AncestorId\", \"DescendantId\", \"Depth\", \"From\", \"Until\", \"RecordedAt\") SELECT {Id(Path + depth, $"(n+{shift})")}, p.\"AncestorId\", {id}, {depth}, p.\"From\", p.\"Until\", {Now} FROM {Numbers(count)} JOIN \"OrganizationPaths\" p ON p.\"DescendantId\" = {parent} AND p.\"Depth\" = {depth - 1}");
            }
        }

        var person = Id(Person, "n");
        var naming = $"substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许', 1 + n % 20, 1)||substr('{Given}', 1 + (n / 20) % 18, 1)||substr('{Given}', 1 + (n / 360) % 18, 1)";
        var position = "CASE (n / " + Text(bulk.Schools) + ") % 3 WHEN 0 THEN 'principal' WHEN 1 THEN 'viceSafety' ELSE 'personResponsible' END";
        yield return $"INSERT INTO \"People\" (\"Id\", \"Name\", \"NormalizedName\", \"StaffNumber\", \"CreatedAt\") SELECT {person}, {naming}, {naming}, 'CV'||(1000000+n), {Now} FROM {Numbers(bulk.People)}";
        yield return $"INSERT INTO \"Memberships\" (\"Id\", \"FactId\", \"PersonId\", \"OrganizationId\", \"PositionId\", \"IsPrimary\", \"Employment\", \"IsStartPresumed\", \"From\", \"Until\", \"RecordedAt\") SELECT {Id(Membership, "n")}, {Id(Membership, "n")}, {person}, {Id(School, $"(n % {Text(bulk.Schools)})")}, p.\"Id\", {True}, 1, {False}, {Date("2020-09-01")}, CASE WHEN n % 50 = 0 THEN {Date("2026-06-30")} ELSE {Date("9999-12-31")} END, {Now} FROM {Numbers(bulk.People)} JOIN \"Positions\" p ON p.\"Code\" = {position}";
        var owner = "(n / " + Text(bulk.RecordsEach) + ")";
        var day = $"CASE WHEN {owner} % 5 < 3 THEN {Plus("2023-06-01", "(n * 7919) % 1200")} ELSE {Plus("2020-01-01", "(n * 7919) % 1400")} END";
        yield return $"INSERT INTO \"TrainingRecords\" (\"Id\", \"PersonId\", \"ProgrammeId\", \"CourseSlug\", \"CourseHash\", \"OrganizationId\", \"Position\", \"CompletionDay\", \"RecordedAt\", \"Evidence\", \"CreditMinutes\", \"NamesDigest\", \"ContentHash\") SELECT {Id(Record, "n")}, {Id(Person, owner)}, (SELECT MIN(\"Id\"{(db.IsPostgres ? "::text" : "")}){(db.IsPostgres ? "::uuid" : "")} FROM \"Programmes\" WHERE \"Slug\" = '{DemoWorldLoader.ProgrammeSlug}'), 'major-hazards-2024', '', {Id(School, $"({owner} % {Text(bulk.Schools)})")}, 4, {day}, {Instant(day, "n % 40000")}, 2, 135, '', '' FROM {Numbers(bulk.People * bulk.RecordsEach)}";

        if (bulk.Attempts > 0)
        {
            var sitting = Text(bulk.Attempts * 3 / 5);
            var points = "((n * 7919) % 51) * 2";
            yield return $"INSERT INTO \"Attempts\" (\"Id\", \"PersonId\", \"QuizSlug\", \"CourseSlug\", \"CourseHash\", \"Number\", \"Seed\", \"StartedAt\", \"Deadline\", \"SubmittedAt\", \"PassPercent\", \"Points\", \"FullPoints\", \"Passed\", \"Answered\", \"Version\") SELECT {Id(Attempt, "n")}, {Id(Person, $"(n % {sitting})")}, '{WorldBulk.QuizSlug}', '', '', 1 + n / {sitting}, n, {Now}, {Later("2400")}, {Later("300 + ((n % 1000) * 7919) % 1800")}, 60, {points}, 100, {points} >= 60, 10, 1 FROM {Numbers(bulk.Attempts)}";
        }

        foreach (var statement in bulk.HasHistory ? HistoryOf(bulk) : [])
        {
            yield return statement;
        }
    }

    /// <summary>What happens to people beside one post and their trainings; every number is drawn from the person's own.</summary>
    private IEnumerable<string> HistoryOf(WorldBulk bulk)
    {
        string MembershipsOf(int kind, int each, string school, string position, string isPrimary, string employment, string from, string until) =>
            "INSERT INTO \"Memberships\" (\"Id\", \"FactId\", \"PersonId\", \"OrganizationId\", \"PositionId\", \"IsPrimary\", \"Employment\", \"IsStartPresumed\", \"From\", \"Until\", \"RecordedAt\") "
            + $"SELECT {Id(kind, "n")}, {Id(kind, "n")}, {Id(Person, $"(n * {Text(each)})")}, {Id(School, $"(({school}) % {Text(bulk.Schools)})")}, p.\"Id\", {isPrimary}, {employment}, {False}, {from}, {until}, {Now} "
            + $"FROM {Numbers(bulk.People / each)} JOIN \"Positions\" p ON p.\"Code\" = {position}";

        // A second post elsewhere, of every fifth only for some time.
        var began = Plus("2020-01-01", "(n * 7919) % 2200");
        yield return MembershipsOf(SecondPost, 7, "n * 7 + 13", "CASE n % 3 WHEN 0 THEN 'principal' WHEN 1 THEN 'viceSafety' ELSE 'safetyOfficer' END", False, "CASE n % 4 WHEN 0 THEN 8 ELSE 2 END",
            began, $"CASE WHEN n % 5 = 0 THEN {Plus("2020-01-01", "(n * 7919) % 2200 + 200 + (n * 31) % 900")} ELSE {Date("9999-12-31")} END");
        // Every other of those whose post ended goes on in another school, some after a pause.
        yield return MembershipsOf(Return, 100, "n * 100 + 7", "'viceSafety'", True, "1", Plus("2026-07-01", "n % 3 * 40"), Date("9999-12-31"));
        var programmes = "(SELECT \"Id\", ROW_NUMBER() OVER (ORDER BY \"Slug\") - 1 AS k, COUNT(*) OVER () AS many FROM \"Programmes\") g ON g.k = n % g.many";
        var day = Plus("2023-06-01", "(n * 6151) % 1250");
        yield return "INSERT INTO \"TrainingRecords\" (\"Id\", \"PersonId\", \"ProgrammeId\", \"CourseSlug\", \"CourseHash\", \"OrganizationId\", \"Position\", \"CompletionDay\", \"ValidUntil\", \"RecordedAt\", \"Evidence\", \"CreditMinutes\", \"NamesDigest\", \"ContentHash\") "
            + $"SELECT {Id(OtherRecord, "n")}, {Id(Person, "(n * 2)")}, g.\"Id\", 'major-hazards-2024', '', {Id(School, $"(n % {Text(bulk.Schools)})")}, 4, {day}, "
            + $"CASE WHEN n % 3 = 0 THEN {Plus("2023-06-01", "(n * 6151) % 1250 + 365")} END, {Instant(day, "n % 40000")}, 2, 135, '', '' FROM {Numbers(bulk.People / 2)} JOIN {programmes}";
        var targets = "(SELECT \"Id\", ROW_NUMBER() OVER (ORDER BY \"Slug\") - 1 AS k, COUNT(*) OVER () AS many FROM \"CoverageTargets\") t ON t.k = n % t.many";
        yield return "INSERT INTO \"Exclusions\" (\"Id\", \"FactId\", \"PersonId\", \"TargetId\", \"OrganizationId\", \"Why\", \"State\", \"From\", \"Until\", \"RecordedAt\") "
            + $"SELECT {Id(Exclusion, "n")}, {Id(Exclusion, "n")}, {Id(Person, "(n * 29)")}, t.\"Id\", {Id(School, $"((n * 29) % {Text(bulk.Schools)})")}, 1 + n % 4, CASE WHEN n % 6 = 0 THEN 1 ELSE 2 END, "
            + $"{Plus("2026-01-01", "(n * 37) % 300")}, {Plus("2026-01-01", "(n * 37) % 300 + 30 + n % 400")}, {Now} FROM {Numbers(bulk.People / 29)} JOIN {targets}";
        var revoked = "(n * 23)";
        yield return "INSERT INTO \"Revocations\" (\"Id\", \"RecordId\", \"RecordedAt\", \"RecordedBy\", \"Reason\") "
            + $"SELECT {Id(Revocation, "n")}, {Id(Record, revoked)}, {Now}, {Id(Person, "0")}, '' FROM {Numbers(bulk.People * bulk.RecordsEach / 23)}";
    }

    private string Later(string seconds) => db.IsPostgres ? $"{Now} + make_interval(secs => ({seconds})::int)" : $"strftime('%Y-%m-%d %H:%M:%S', {Now}, '+'||({seconds})||' seconds')";

    private string True => db.IsPostgres ? "true" : "1";

    private string False => db.IsPostgres ? "false" : "0";

    private static string Now => "(SELECT MIN(\"CreatedAt\") FROM \"People\")";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Numbers(int count) => db.IsPostgres
        ? $"generate_series(0, {Text(count - 1)}) AS s(n)"
        : $"(WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n < {Text(count - 1)}) SELECT n FROM s)";

    private string Id(int kind, string number) => db.IsPostgres
        ? $"('{kind:x8}-0000-7000-8000-'||lpad(to_hex({number}), 12, '0'))::uuid"
        : $"printf('{kind:X8}-0000-7000-8000-%012X', {number})";

    private string Literal(Guid id) => db.IsPostgres ? $"'{id}'::uuid" : $"'{id.ToString().ToUpperInvariant()}'";

    private string Date(string day) => db.IsPostgres ? $"DATE '{day}'" : $"'{day}'";

    private string Plus(string day, string days) => db.IsPostgres ? $"DATE '{day}' + ({days})::int" : $"date('{day}', '+'||({days})||' days')";

    // As many were never recorded in one moment: on their day, one after the other.
    private string Instant(string day, string seconds) => db.IsPostgres ? $"(({day}) + make_interval(secs => ({seconds})::int)) AT TIME ZONE 'UTC'" : $"strftime('%Y-%m-%d %H:%M:%S', {day}, '+'||({seconds})||' seconds')";
}
#endif
