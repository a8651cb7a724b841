using System.Text.RegularExpressions;
using TrainingHub.Courseware;

namespace TrainingHub.UnitTests.Courseware;

public sealed class LessonPageTests : IDisposable
{
    private readonly CourseFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Renders_a_hazard()
    {
        var html = folder.Html("::: hazard\n出口**锁闭**。\n:::");

        Assert.EndsWith(
            """
            <div class="th-block hazard">
            <p class="th-tag"><svg class="icon" aria-hidden="true"><use href="/icons.svg#alert-triangle"/></svg>重大事故隐患：直接判定</p>
            <p>出口<strong>锁闭</strong>。</p>
            </div>
            """,
            html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Renders_a_case_with_its_title_and_a_warning()
    {
        var html = folder.Html("::: case 周五的<门>\n某校。\n:::\n\n::: warning\n当心。\n:::");

        Assert.Contains(
            """<div class="th-block case">""" + "\n" + """<p class="th-tag"><svg class="icon" aria-hidden="true"><use href="/icons.svg#file-text"/></svg>案例：周五的&lt;门&gt;</p>""",
            html,
            StringComparison.Ordinal);
        Assert.Contains("""#alert-circle"/></svg>注意</p>""", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inForce", "circle-check", "现行")]
    [InlineData("replaced", "alert-circle", "已被替代")]
    [InlineData("toBeChecked", "alert-circle", "待核")]
    public void Renders_a_clause_with_its_text_number_edition_and_status(string status, string icon, string word)
    {
        folder
            .Replace(CourseFolder.Standard, "status: inForce", $"status: {status}")
            .Replace(CourseFolder.Questions, "use: both", "use: practice")
            .Replace(CourseFolder.Quiz, "  - kind: single\n    count: 1\n    points: 5\n", "");

        var html = folder.Html("::: clause fire-law 第一条\n:::");

        Assert.EndsWith(
            $"""
            <details class="th-clause">
            <summary><svg class="icon" aria-hidden="true"><use href="/icons.svg#book-2"/></svg><span>《某消防规定》第一条</span><svg class="icon turn" aria-hidden="true"><use href="/icons.svg#chevron-down"/></svg></summary>
            <div>
            <blockquote><p>安全出口保持畅通。</p></blockquote>
            <p class="th-small th-mute">某令第1号，2021年版，<span class="th-nw"><svg class="icon" aria-hidden="true"><use href="/icons.svg#{icon}"/></svg>{word}</span>。本段为条款大意，以公布的文本为准。<a href="/standards/fire-law/clauses/%E7%AC%AC%E4%B8%80%E6%9D%A1?edition=2021">打开条款页</a></p>
            </div>
            </details>
            """,
            html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_block_shows_the_edition_in_force()
    {
        folder.Write(
            "_standards/fire-law-2030.yml",
            folder.ReadText(CourseFolder.Standard)
                .Replace("edition: \"2021\"", "edition: \"2030\"", StringComparison.Ordinal)
                .Replace("issued: 2021", "issued: 2030", StringComparison.Ordinal)
                .Replace("status: inForce", "status: toBeChecked", StringComparison.Ordinal));

        Assert.Contains("2021年版", folder.Html("::: clause fire-law 第一条\n:::"), StringComparison.Ordinal);
    }

    [Fact]
    public void Wraps_tables_in_a_named_region_and_aligns_without_inline_styles()
    {
        var html = folder.Html("| 位置 | 数 |\n| --- | ---: |\n| 门厅 | 3 |");

        Assert.EndsWith(
            """
            <div class="th-scroll" tabindex="0" role="region" aria-label="表格：看什么">
            <table class="table">
            <thead>
            <tr>
            <th scope="col">位置</th>
            <th scope="col" class="num">数</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td>门厅</td>
            <td class="num">3</td>
            </tr>
            </tbody>
            </table>
            </div>
            """,
            html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Emphasis_beside_chinese_marks_works() =>
        Assert.Contains("<strong>“直接判定”</strong>的意思", folder.Html("**“直接判定”**的意思。"), StringComparison.Ordinal);

    [Theory]
    [InlineData("[官网](https://example.org/a?b=1)", "href=\"https://example.org/a?b=1\"")]
    [InlineData("[官网](http://example.org)", "href=\"http://example.org\"")]
    [InlineData("[下一课](02-windows)", "href=\"02-windows\"")]
    [InlineData("[课程](/courses/doors)", "href=\"/courses/doors\"")]
    [InlineData("<https://example.org>", "href=\"https://example.org\"")]
    public void Links_to_web_and_relative_addresses_stay(string markdown, string expected) =>
        Assert.Contains(expected, folder.Html(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("[门](javascript:alert(1))")]
    [InlineData("[门](JaVaScRiPt:alert(1))")]
    [InlineData("[门](&#106;avascript:alert(1))")]
    [InlineData("[门](<java&#9;script:alert(1)>)")]
    [InlineData("[门](<&#1;javascript:alert(1)>)")]
    [InlineData("[门](vbscript:msgbox(1))")]
    [InlineData("[门](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[门](//example.org/x)")]
    [InlineData("[门](</\\example.org/x>)")]
    [InlineData("[门](\\\\\\\\example.org/x)")]
    [InlineData("[门](file:///etc/passwd)")]
    [InlineData("[门][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<someone@example.org>")]
    public void Other_links_are_refused_and_would_render_as_words(string markdown)
    {
        folder.WithBody(markdown);

        Assert.Equal(["link-unsafe"], folder.Problems().Select(problem => problem.Code), StringComparer.Ordinal);
        Assert.DoesNotMatch("<a[ >]", Rendered(markdown));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<!-- --><style>*{}</style>")]
    [InlineData("![x\" onerror=\"alert(1)](https://example.org/x.png)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("[a](https://example.org/\"onmouseover=\"alert(1))")]
    [InlineData("[a](https://example.org \"x\\\" onmouseover=\\\"alert(1)\")")]
    [InlineData("```x\"onclick=\"alert(1)\n<script>\n```")]
    [InlineData("::: case <script>alert(1)</script>\n<script>alert(1)</script>\n:::")]
    [InlineData("::: clause <script> <script>\n<script>alert(1)</script>\n:::")]
    [InlineData("::: hazard {onclick=alert(1)}\nx\n:::")]
    [InlineData("| <script>alert(1)</script> | b |\n| --- | --- |\n| <img src=x onerror=alert(1)> | [x](javascript:alert(1)) |")]
    [InlineData("## <script>alert(1)</script>\n\n| a |\n| - |\n| b |")]
    [InlineData("## \" onfocus=\"alert(1)\n\n| a |\n| - |\n| b |")]
    public void Nothing_of_the_authors_becomes_markup_that_acts(string markdown)
    {
        var html = Rendered(markdown);

        foreach (Match tag in Regex.Matches(html, "<[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            Assert.Matches("^</?(p|h2|div|svg|use|strong|em|a|pre|code|table|thead|tbody|tr|th|td|ul|ol|li|blockquote|details|summary|span|br)[ />]", tag.Value);
            var outsideQuotes = Regex.Replace(tag.Value, "\"[^\"]*\"", "\"\"", RegexOptions.None, TimeSpan.FromSeconds(1));
            Assert.DoesNotMatch("(?i)\\s(on[a-z]+|style|src)\\s*=", outsideQuotes);
            Assert.DoesNotContain("javascript:", tag.Value, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(">")]
    [InlineData("1) ")]
    [InlineData("[")]
    [InlineData(":::: case\n")]
    public void Endless_nesting_ends_neither_the_process_nor_the_day(string piece)
    {
        folder.WithBody(string.Concat(Enumerable.Repeat(piece, 1_000)));

        Assert.Equal([(CourseFolder.Lesson, 13, "markdown-too-deep")], folder.Problems());
    }

    private static string Rendered(string markdown)
    {
        var log = new ProblemLog();
        var page = new LessonPage(new StandardShelf([]) { Filed = [], Brought = [], FileNames = new HashSet<string>(StringComparer.Ordinal), Private = new HashSet<TrainingHub.Standards.EditionName>(), Day = null }, TrainingHub.Courseware.Media.MediaShelf.Empty, log);
        return page.Render(markdown, new Place("doors/lessons/01-exits.md", 0)).Html;
    }
}
