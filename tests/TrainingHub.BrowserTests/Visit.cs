using System.Collections.Concurrent;
using Microsoft.Playwright;
using TrainingHub.Seeds;

namespace TrainingHub.BrowserTests;

/// <summary>Somebody at a screen. Ends by failing the test when the browser complained about anything: a script error, a policy violation, a file that is not there.</summary>
public sealed class Visit(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public const int Desktop = 1440;
    public const int Phone = 390;

    private readonly ConcurrentQueue<string> _complaints = new();

    public IPage Page => page;

    public IBrowserContext Context => context;

    /// <summary>Complaints that contain one of these are expected, for instance of a network that the test itself cut.</summary>
    public List<string> Expected { get; } = [];

    public async Task WatchAsync()
    {
        await context.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', event => console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))");
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        context.WebError += (_, error) => _complaints.Enqueue($"{page.Url}: {error.Error}");
    }

    /// <summary>Signs in a person of the demo world through the form.</summary>
    public async Task SignInAsync(string personKey)
    {
        var person = SmallWorld.Make().People.Single(person => string.Equals(person.Key, personKey, StringComparison.Ordinal));
        await page.GotoAsync("/account/session");
        await page.FillAsync("input[name=Who]", person.StaffNumber);
        await page.FillAsync("input[name=Password]", World.Password);
        await page.ClickAsync("main button");
        await page.WaitForURLAsync("**/");
    }

    /// <summary>Opens a page that must be there; returns whether it is a page and not a file.</summary>
    public async Task<bool> OpenAsync(string path)
    {
        var answer = await page.GotoAsync(path) ?? throw new InvalidOperationException($"{path} gave no answer.");
        Assert.True(answer.Ok, $"{path}: {answer.Status}");
        return answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal);
    }

    /// <summary>By how many pixels the page is wider than the screen; 0 when it fits.</summary>
    public Task<int> OverflowAsync() => page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");

    /// <summary>The elements that stick out of the screen, for the message of a failed test.</summary>
    public Task<string> WidestAsync() => page.EvaluateAsync<string>("""
        () => [...document.querySelectorAll('body *')]
          .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .slice(-3).map(element => `${element.tagName.toLowerCase()}.${element.className}`).join(', ')
        """);

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        var unexpected = _complaints.Where(complaint => !Expected.Exists(expected => complaint.Contains(expected, StringComparison.Ordinal))).Distinct().ToList();
        Assert.True(unexpected.Count == 0, string.Join(Environment.NewLine, unexpected));
    }
}
