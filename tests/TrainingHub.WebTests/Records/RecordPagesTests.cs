using System.Net;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Records;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Completions;

namespace TrainingHub.WebTests.Records;

public abstract class RecordPagesTests(WebApp app)
{
    private static readonly Guid Vice = TrainingSteps.IdOf(SmallWorld.VicePrincipal);

    [Fact]
    public async Task Shows_the_own_records_with_their_certificates()
    {
        var certificate = await app.CertificateOfAsync(Vice);
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);

        var page = await browser.ReadAsync("/records");

        Assert.Contains("我的培训记录", page, StringComparison.Ordinal);
        Assert.Contains("2025年10月15日", page, StringComparison.Ordinal);
        Assert.Contains("主管部门集中培训", page, StringComparison.Ordinal);
        Assert.Contains(certificate.Serial, page, StringComparison.Ordinal);
        Assert.DoesNotContain("/revocation", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/ledger\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_there_are_none_yet()
    {
        using var browser = await app.SignInAsync(SmallWorld.Responsible);

        Assert.Contains("还没有培训记录", await browser.ReadAsync("/records"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_more_than_five_hundred_records_in_pages_and_counts_them_all()
    {
        var id = TrainingSteps.IdOf(SmallWorld.BinhePrincipal);
        await app.WithDbAsync(async db =>
        {
            var programme = await db.Programmes.Select(p => p.Id).FirstAsync();
            for (var i = 0; i < 501; i++)
            {
                var recordId = Guid.CreateVersion7(TestClock.Start.AddMinutes(i));
                var names = RecordNames.Of(recordId, "顾一鸣", "滨河路小学", "校长");
                var record = new TrainingRecord
                {
                    Id = recordId,
                    PersonId = id,
                    ProgrammeId = programme,
                    CourseSlug = $"course-{i:000}",
                    CourseHash = "hash",
                    // Older than all others, so that they stay out of the way of the ledger's tests.
                    CompletionDay = new DateOnly(2020, 1, 1).AddDays(i % 200),
                    RecordedAt = TestClock.Start.UtcDateTime,
                    Evidence = Evidence.SchoolSession,
                    CreditMinutes = 45,
                    NamesDigest = names.Digest(),
                };
                record.Seal();
                db.AddRange(record, names);
            }

            return await db.SaveChangesAsync();
        });
        using var browser = await app.SignInAsync(SmallWorld.BinhePrincipal);

        var first = await browser.ReadAsync("/records");
        var second = await browser.ReadAsync("/records?page=2");

        Assert.Equal(500, first.Split("<th scope=\"row\">").Length - 1);
        Assert.InRange(second.Split("<th scope=\"row\">").Length - 1, 1, 10);
        Assert.Contains("/records?page=2", first, StringComparison.Ordinal);
        // 501 of 45 minutes, and the one of the demo world: on both pages alike.
        Assert.Contains("504.0", first, StringComparison.Ordinal);
        Assert.Contains("504.0", second, StringComparison.Ordinal);
        Assert.Contains("course-000", second, StringComparison.Ordinal);
        Assert.Contains("course-000", await browser.ReadAsync("/records?page=99"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmallWorld.SchoolAdministrator, HttpStatusCode.OK)]
    [InlineData(SmallWorld.CityOfficer, HttpStatusCode.OK)]
    [InlineData(SmallWorld.WangchuanOfficer, HttpStatusCode.NotFound)]
    [InlineData(SmallWorld.Principal, HttpStatusCode.NotFound)]
    public async Task Opens_a_persons_records_to_readers_in_reach(string reader, HttpStatusCode expected)
    {
        using var browser = await app.SignInAsync(reader);

        using var answer = await browser.GetAsync($"/people/{Vice}/records");
        using var unknown = await browser.GetAsync($"/people/{Guid.NewGuid()}/records");

        Assert.Equal(expected, answer.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, unknown.StatusCode);
    }

    [Theory]
    [InlineData("/records")]
    [InlineData("/ledger")]
    [InlineData("/ledger.csv")]
    public async Task Asks_a_visitor_to_sign_in(string path)
    {
        using var visitor = app.Visitor();

        using var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Revokes_with_a_reason_once()
    {
        var id = TrainingSteps.IdOf(SmallWorld.Teacher);
        var record = Assert.Single(await app.CompleteAsync(id, Guid.NewGuid()));
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var path = $"/records/{record.Id}/revocation";

        Assert.Contains("撤销陈若川的一条培训记录", await officer.ReadAsync(path), StringComparison.Ordinal);
        using var tooShort = await officer.PostAsync(path, Reason("错"));
        using var tooLong = await officer.PostAsync(path, Reason(new string('错', 201)));
        using var done = await officer.PostAsync(path, Reason("  成绩登记到了别人名下  "));
        using var again = await officer.PostAsync(path, Reason("再撤销一次试试"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooShort.StatusCode);
        Assert.Contains("原因写5到200个字", WebUtility.HtmlDecode(await tooShort.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        Assert.Equal(path, done.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("已经被撤销过", WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("成绩登记到了别人名下", await officer.ReadAsync(path), StringComparison.Ordinal);
        Assert.Contains("原因：成绩登记到了别人名下", await officer.ReadAsync($"/people/{id}/records"), StringComparison.Ordinal);
        Assert.Equal("成绩登记到了别人名下", await app.WithDbAsync(db => db.Revocations.Where(r => r.RecordId == record.Id).Select(r => r.Reason).SingleAsync()));
    }

    [Fact]
    public async Task Restores_with_the_names_of_then_but_not_beside_another()
    {
        var id = TrainingSteps.IdOf(SmallWorld.Teacher);
        var record = Assert.Single(await app.CompleteAsync(id, Guid.NewGuid()));
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var revoked = await officer.PostAsync($"/records/{record.Id}/revocation", Reason("登记有误，撤销"));
        var other = Assert.Single(await app.CompleteAsync(id, Guid.NewGuid()));
        using var beside = await officer.PostAsync($"/records/{record.Id}/restoration", Reason("核对后确是本人"));
        using var otherRevoked = await officer.PostAsync($"/records/{other.Id}/revocation", Reason("登记有误，撤销"));
        using var back = await officer.PostAsync($"/records/{record.Id}/restoration", Reason("核对后确是本人"));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.Redirect], new[] { revoked, beside, otherRevoked, back }.Select(answer => answer.StatusCode));
        Assert.Contains("另有一条有效的培训记录", WebUtility.HtmlDecode(await beside.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var restored = await app.WithDbAsync(db => db.TrainingRecords.AsNoTracking().SingleAsync(one => one.RestoresId == record.Id));
        var names = await app.WithDbAsync(db => db.RecordNames.Where(one => one.RecordId == record.Id || one.RecordId == restored.Id).Select(one => one.PersonName + one.UnitName + one.PositionName).ToListAsync());
        Assert.Equal((2, 1), (names.Count, names.Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal((record.ValidUntil, record.OrganizationId, record.Position, restored.HashContent()), (restored.ValidUntil, restored.OrganizationId, restored.Position, restored.ContentHash));
    }

    [Fact]
    public async Task Restores_beside_a_record_that_renewed_it_before_it_expired()
    {
        var id = TrainingSteps.IdOf(SmallWorld.Principal);
        var programme = await app.WithDbAsync(db => db.TrainingRecords.Where(one => one.PersonId == id).Select(one => (Guid?)one.ProgrammeId).FirstOrDefaultAsync())
            ?? await app.WithDbAsync(db => db.Programmes.Select(one => one.Id).FirstAsync());
        var (first, second) = (await EnterAsync(id, programme, new(2023, 3, 1), new(2025, 2, 28)), await EnterAsync(id, programme, new(2025, 2, 10), new(2027, 2, 9)));
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var standing = await app.WithDbAsync(db => db.TrainingRecords
            .Where(one => one.PersonId == id && one.ProgrammeId == programme && one.Id != first && one.Id != second && !db.Revocations.Any(v => v.RecordId == one.Id)).Select(one => one.Id).ToListAsync());
        foreach (var record in standing.Append(first))
        {
            using var revoked = await officer.PostAsync($"/records/{record}/revocation", Reason("登记有误，撤销"));
            Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        }

        using var back = await officer.PostAsync($"/records/{first}/restoration", Reason("核对后确是本人"));

        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        var restored = await app.WithDbAsync(db => db.TrainingRecords.AsNoTracking().SingleAsync(one => one.RestoresId == first));
        Assert.Equal((new DateOnly(2023, 3, 1), new DateOnly(2025, 2, 28)), (restored.CompletionDay, restored.ValidUntil!.Value));
        Assert.False(await app.WithDbAsync(db => db.Revocations.AnyAsync(v => v.RecordId == second)));
    }

    /// <summary>Appends a record that expires, as past training is entered.</summary>
    private Task<Guid> EnterAsync(Guid personId, Guid programmeId, DateOnly day, DateOnly validUntil) => app.WithDbAsync(async db =>
    {
        var names = RecordNames.Of(Guid.CreateVersion7(), "姓名", "单位", "岗位");
        var record = new TrainingRecord
        {
            Id = names.RecordId,
            PersonId = personId,
            ProgrammeId = programmeId,
            CourseSlug = "",
            CourseHash = "",
            CompletionDay = day,
            ValidUntil = validUntil,
            RecordedAt = app.Clock.GetUtcNow().UtcDateTime,
            Evidence = Evidence.OutsideTraining,
            CreditMinutes = 45,
            NamesDigest = names.Digest(),
        };
        record.Seal();
        db.AddRange(names, record);
        await db.SaveChangesAsync();
        return record.Id;
    });

    [Fact]
    public async Task Revokes_once_however_many_ask_at_once()
    {
        var record = Assert.Single(await app.CompleteAsync(TrainingSteps.IdOf(SmallWorld.Teacher), Guid.NewGuid()));
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        await officer.ReadAsync($"/records/{record.Id}/revocation");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => officer.PostAsync($"/records/{record.Id}/revocation", Reason("登记有误，撤销"))));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect));
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData(SmallWorld.WangchuanOfficer, HttpStatusCode.NotFound)]
    [InlineData(SmallWorld.SchoolAdministrator, HttpStatusCode.NotFound)]
    [InlineData(SmallWorld.VicePrincipal, HttpStatusCode.NotFound)]
    public async Task Lets_nobody_else_revoke(string who, HttpStatusCode expected)
    {
        var record = await app.WithDbAsync(db => db.TrainingRecords.Where(r => r.PersonId == Vice).Select(r => r.Id).FirstAsync());
        using var browser = await app.SignInAsync(who);

        using var form = await browser.GetAsync($"/records/{record}/revocation");
        using var post = await browser.PostAsync($"/records/{record}/revocation", Reason("不该成功的撤销"));

        Assert.Equal(expected, form.StatusCode);
        Assert.Equal(expected, post.StatusCode);
        Assert.False(await app.WithDbAsync(db => db.Revocations.AnyAsync(r => r.RecordId == record)));
    }

    [Fact]
    public async Task Lists_the_ledger_within_reach_only()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var wangchuan = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        var whole = await city.ReadAsync("/ledger");
        foreach (var sort in (string[])["Person", "Unit.down", "Programme", "Day", "Credit.down", "nonsense"])
        {
            await city.ReadAsync($"/ledger?sort={sort}");
        }

        var part = await wangchuan.ReadAsync("/ledger");

        Assert.Contains("温以宁", whole, StringComparison.Ordinal);
        Assert.Contains("易水寒", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("温以宁", part, StringComparison.Ordinal);
        Assert.Contains("易水寒", part, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=2025-10-15&until=2025-10-15", "温以宁", "易水寒")]
    [InlineData("?organization=临溪区教育局", "温以宁", "易水寒")]
    [InlineData("?organization=望川县第一高级中学", "易水寒", "温以宁")]
    [InlineData("?q=以宁", "温以宁", "易水寒")]
    [InlineData("?programme=safety-rotation&q=温以宁", "温以宁", "易水寒")]
    public async Task Filters_the_ledger(string query, string expected, string absent)
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);

        foreach (var path in new[] { "/ledger", "/ledger.csv" })
        {
            var page = await browser.ReadAsync(path + query);
            Assert.Contains(expected, page, StringComparison.Ordinal);
            Assert.DoesNotContain(absent, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Filters_by_the_code_of_a_unit_out_of_reach_without_finding_anything()
    {
        using var browser = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        var page = await browser.ReadAsync($"/ledger?organization={WorldIds.CodeOf(SmallWorld.School32)}");

        Assert.Contains("没有符合条件的记录", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=2026-02-01&until=2026-01-01", "开始日期不能晚于结束日期")]
    [InlineData("?from=gestern", "日期写成2026-03-05这样")]
    public async Task Explains_days_that_cannot_be(string query, string why)
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);

        foreach (var path in new[] { "/ledger", "/ledger.csv" })
        {
            using var answer = await browser.GetAsync(path + query);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(why, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Exports_every_row_with_its_hash()
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);

        using var answer = await browser.GetAsync("/ledger.csv");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var records = await app.WithDbAsync(db => db.TrainingRecords.AsNoTracking().ToListAsync());

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("内容摘要", lines[0], StringComparison.Ordinal);
        Assert.All(records.Where(record => record.OrganizationId is not null), record => Assert.Single(lines, line => line.Contains(record.ContentHash, StringComparison.Ordinal)));
    }

    private static Dictionary<string, string> Reason(string reason) => new(StringComparer.Ordinal) { ["Reason"] = reason };
}

public sealed class RecordPagesOnSqlite(SqliteApp app) : RecordPagesTests(app), IClassFixture<SqliteApp>;

public sealed class RecordPagesOnPostgres(PostgresApp app) : RecordPagesTests(app), IClassFixture<PostgresApp>;
