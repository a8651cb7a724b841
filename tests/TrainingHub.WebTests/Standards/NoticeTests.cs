using System.Net;
using TrainingHub.Standards;

namespace TrainingHub.WebTests.Standards;

/// <summary>What is printed from the standards.</summary>
public abstract class NoticeTests(WebApp app)
{
    [Theory]
    [InlineData("/standards/major-hazards-guideline/poster.pdf")]
    [InlineData("/standards/major-hazards-guideline/poster.pdf?size=A3")]
    [InlineData("/standards/work-safety-law/poster.pdf")]
    [InlineData("/standards/major-hazards-guideline/checklist.pdf")]
    [InlineData("/standards/major-hazards-guideline/checklist.pdf?size=A3")]
    [InlineData("/standards/notice.pdf")]
    [InlineData("/standards/notice.pdf?size=A3")]
    public async Task Anyone_downloads_a_file_and_asks_again_for_nothing(string path)
    {
        using var visitor = app.Visitor();

        using var first = await visitor.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await visitor.Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (first.StatusCode, first.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("%PDF-1.7", System.Text.Encoding.ASCII.GetString((await first.Content.ReadAsByteArrayAsync())[..8]), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Every_standard_with_clauses_can_be_put_up()
    {
        using var visitor = app.Visitor();
        var editions = await app.InsideAsync(async services =>
            (await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<StandardShelf>(services).HistoryAsync(default)).All.Where(edition => edition.Clauses.Count > 0).ToList());

        foreach (var edition in editions)
        {
            using var answer = await visitor.GetAsync($"/standards/{edition.Slug}/poster.pdf?edition={Uri.EscapeDataString(edition.Edition)}");
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{edition.Slug}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public async Task The_pages_to_print_say_what_the_files_say()
    {
        using var visitor = app.Visitor();

        var checklist = await visitor.ReadAsync("/standards/major-hazards-guideline/checklist");
        var notice = await visitor.ReadAsync("/standards/notice");

        Assert.Contains("第三条（一）第6项", checklist, StringComparison.Ordinal);
        Assert.Contains("□ 不符合", checklist, StringComparison.Ordinal);
        Assert.Contains("电动自行车（含电池）进楼", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("转述", notice, StringComparison.Ordinal);
        Assert.Contains("/standards/major-hazards-guideline\"", notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "a4")]
    [InlineData("?size=A3", "a3")]
    public async Task A_poster_is_printed_from_its_page_on_the_paper_asked_for(string query, string paper)
    {
        using var visitor = app.Visitor();

        var poster = await visitor.ReadAsync($"/standards/major-hazards-guideline/poster{query}");

        Assert.Contains($"<article class=\"std-poster {paper}\"", poster, StringComparison.Ordinal);
        Assert.Contains("校园安全标准公示", poster, StringComparison.Ordinal);
        Assert.Contains("第三条（一）第6项", poster, StringComparison.Ordinal);
        Assert.Contains($"poster.pdf?size={paper.ToUpperInvariant()}", poster, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_a_document_that_another_one_replaced_leads_to_a_page_that_names_it()
    {
        using var visitor = app.Visitor();
        var old = (await app.EditionAsync(StandardActions.Guideline, "2024")) with { Slug = "old-rules", Edition = "2010", Title = "旧的办法" };
        await app.KeepAsync(old, old with { Slug = "new-rules", Edition = "2020", Title = "新的办法", Replaces = old.Name });

        var poster = await visitor.ReadAsync("/standards/old-rules/poster");
        var address = System.Text.RegularExpressions.Regex.Match(poster, "aria-label=\"https?://[^/]+(/standards/[^\"]+)\"").Groups[1].Value;
        var page = await visitor.ReadAsync(address);

        Assert.Equal("/standards/old-rules", address);
        foreach (var shown in (string[])[poster, page])
        {
            Assert.Contains("<a href=\"/standards/new-rules?edition=2020\" lang=\"zh-Hans\">《新的办法》（2020）</a>", shown, StringComparison.Ordinal);
        }

        Assert.Contains("已停止施行，不再张贴", poster, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/standards/nothing/poster.pdf")]
    [InlineData("/standards/nothing/checklist.pdf")]
    [InlineData("/standards/nothing/checklist")]
    [InlineData("/standards/nothing/poster")]
    [InlineData("/standards/major-hazards-guideline/poster?edition=1999")]
    [InlineData("/standards/major-hazards-guideline/poster?size=A9")]
    [InlineData("/standards/major-hazards-guideline/checklist.pdf?size=A9")]
    [InlineData("/standards/major-hazards-guideline/poster.pdf?size=A9")]
    [InlineData("/standards/notice.pdf?size=big")]
    [InlineData("/standards/major-hazards-guideline/poster.pdf?edition=1999")]
    [InlineData("/standards/major-hazards-guideline/checklist?edition=1999")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using var visitor = app.Visitor();

        using var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_are_compressed_only_where_they_hold_no_secret()
    {
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(TrainingHub.Seeds.SmallWorld.Teacher);

        Assert.Equal("br", await EncodingAsync(visitor, "/standards"));
        Assert.Equal("", await EncodingAsync(teacher, "/standards"));
        Assert.Equal("", await EncodingAsync(teacher, "/courses"));
        Assert.Equal("", await EncodingAsync(visitor, "/verify"));
        Assert.Equal("", await EncodingAsync(visitor, "/account/session"));
    }

    private static async Task<string> EncodingAsync(TestBrowser browser, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("br, gzip");
        using var answer = await browser.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return string.Join(',', answer.Content.Headers.ContentEncoding);
    }
}

public sealed class NoticesOnSqlite(SqliteApp app) : NoticeTests(app), IClassFixture<SqliteApp>;

public sealed class NoticesOnPostgres(PostgresApp app) : NoticeTests(app), IClassFixture<PostgresApp>;
