using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TrainingHub.Courses;
using TrainingHub.Courses.Drafts;
using TrainingHub.Courseware;
using TrainingHub.Courseware.Files;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Tests;

namespace TrainingHub.BrowserTests;

/// <summary>The application behind a real port with the small demo world on SQLite, and a Chromium to look at it. One per test class.</summary>
public sealed class BrowserApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string _data = Directory.CreateTempSubdirectory("traininghub-browser-").FullName;
    private readonly RunningClock _clock = new();
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Flags,
        });
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await (Browser?.DisposeAsync() ?? default);
        _playwright?.Dispose();
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>The person has finished every lesson of the demo world's course: what comes after is looked at.</summary>
    public async Task FinishLessonsAsync(string personKey, AnswerBook book)
    {
        using var scope = Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var hash = await db.PublishedCourses.Where(course => course.Slug == book.Course.Slug).OrderByDescending(course => course.PublishedAt).Select(course => course.Hash).FirstAsync();
        db.LessonCompletions.AddRange(book.Course.Lessons.Select(lesson => new LessonCompletion
        {
            PersonId = WorldIds.Of("person", personKey),
            CourseSlug = book.Course.Slug,
            LessonSlug = lesson.Slug,
            CourseHash = hash,
            FinishedAt = _clock.GetUtcNow().UtcDateTime,
        }));
        await db.SaveChangesAsync();
    }

    /// <summary>Publishes a small course whose lesson says more, and shows a file.</summary>
    public async Task PublishAsync(string slug, string lesson, string more, string path, byte[] bytes)
    {
        var files = CourseTemplate.Make(slug, "门窗安全").ToDictionary(
            file => file.Key,
            file => System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(file.Value).Replace(UnwrittenPlaces.Mark, "", StringComparison.Ordinal)),
            StringComparer.Ordinal);
        files[path] = bytes;
        files[lesson] = [.. files[lesson], .. System.Text.Encoding.UTF8.GetBytes(more)];
        var read = Assert.IsType<CourseOutcome.Read>(CourseReader.Inspect(slug, new CourseBytes(files), new CourseSetting(), default).Outcome);
        using var scope = Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<PublishCourse>().RunAsync(read.Content, [], new CourseSource(files), default);
    }

    /// <summary>Publishes a course with two questions that show a picture.</summary>
    public async Task PublishPicturesAsync(string slug)
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        var picture = new QuestionPicture(CourseFileContent.HashOf(png), "image/png", 300, 200, "走廊");
        var key = new QuestionKey([0], "先开门，再疏散。", new Basis.OfDocument("疏散要求", null, "安全出口保持畅通。"));
        var content = new CourseContent
        {
            Slug = slug,
            Title = "看图题",
            TitleEn = "Pictures",
            Summary = "",
            SummaryEn = "",
            Audience = [],
            CreditMinutes = 45,
            QuizSlug = $"{slug}-quiz",
            Hash = new string('e', 64),
            Lessons = [],
            Quizzes =
            [
                new Quiz { Slug = $"{slug}-quiz", Title = "看图测验", TitleEn = "Pictures", Minutes = 20, PassPercent = 60, AttemptsAllowed = 0, WaitMinutes = 0, Blueprint = new Blueprint([new BlueprintSection(QuestionKind.Single, 2, 4)]) },
            ],
            Questions = [.. Enumerable.Range(1, 2).Select(number => new QuestionVersion(new QuestionPrompt($"p-{number}", QuestionKind.Single, $"图{number}里先做什么？", ["打开安全出口", "拍照", "写报告"]) { Picture = picture }, key, QuestionUse.Both, 1))],
        };
        using var scope = Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<PublishCourse>().RunAsync(content, [], new CourseSource(new Dictionary<string, byte[]>(StringComparer.Ordinal) { [$"{slug}/questions/corridor.png"] = png }), default);
    }

    /// <summary>Gives the person's open attempt more time, without its page hearing of it.</summary>
    public async Task ExtendAsync(string personKey, int minutes)
    {
        using var scope = Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var attempt = await db.Attempts.SingleAsync(attempt => attempt.PersonId == WorldIds.Of("person", personKey) && attempt.SubmittedAt == null);
        Assert.True(attempt.Extend(minutes, _clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
    }

    /// <summary>How often the page of the person's open attempt was left.</summary>
    public async Task<int> AbsencesAsync(string personKey)
    {
        using var scope = Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var attempt = await db.Attempts.SingleAsync(attempt => attempt.PersonId == WorldIds.Of("person", personKey) && attempt.SubmittedAt == null);
        return await db.AttemptEvents.CountAsync(e => e.AttemptId == attempt.Id && e.Kind == AttemptEventKind.Left);
    }

    /// <summary>What the application's clock says, in Shanghai.</summary>
    public DateTime Now => Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.AddHours(8);

    /// <summary>Lets time pass that a person would need for reading.</summary>
    public void Skip(TimeSpan time) => _clock.Skip(time);

    /// <summary>Somebody at a screen of this size, not signed in.</summary>
    public Task<Visit> VisitAsync(int width = Visit.Desktop, int height = 900) => VisitAsync(width, height, hasScript: true);

    /// <summary>Somebody at a desk whose browser runs no script.</summary>
    public Task<Visit> VisitWithoutScriptAsync() => VisitAsync(Visit.Desktop, 900, hasScript: false);

    private async Task<Visit> VisitAsync(int width, int height, bool hasScript)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            Locale = "zh-CN",
            JavaScriptEnabled = hasScript,
            HasTouch = width < 600,
            IsMobile = width < 600,
        });
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.WatchAsync();
        return visit;
    }

    /// <summary>What answers a GET with something other than a page, though its address does not end like a file's.</summary>
    private static readonly string[] NoPages = ["/account/token", "/questions/exports/file"];

    /// <summary>Addresses of all pages without a part to fill in, from the application's own routes.</summary>
    public IReadOnlyList<string> PlainPages() =>
        [.. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor>() is not null
                && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => "/" + (endpoint.RoutePattern.RawText ?? "").Trim('/'))
            .Where(path => !path.Contains('{', StringComparison.Ordinal) && !path.Contains('.', StringComparison.Ordinal) && !NoPages.Contains(path, StringComparer.Ordinal))
            .Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether the application has this route: features that are not there yet need no look.</summary>
    public bool HasRoute(string pattern) =>
        Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Any(endpoint => string.Equals(endpoint.RoutePattern.RawText?.Trim('/'), pattern, StringComparison.Ordinal));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        // Outside Development the files that the build made must be asked for.
        builder.UseStaticWebAssets();
        // Files as they were compressed by the build, which is what is published, instead of as they lie in the source.
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.UseSetting("Database", "sqlite").UseSetting("Data", _data).UseSetting("World", "small").UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(_clock);
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            // The browser goes by the machine's clock and would throw away a cookie that ends by the application's.
            services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie => cookie.Events.OnSigningIn = signingIn =>
            {
                signingIn.Properties.IsPersistent = false;
                return Task.CompletedTask;
            });
        });
    }
}
