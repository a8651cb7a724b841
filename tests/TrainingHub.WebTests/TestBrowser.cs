using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests;

/// <summary>A person's browser with script off: keeps cookies, reads forms, sends their anti-forgery tokens. Does not follow redirects.</summary>
public sealed partial class TestBrowser(WebApp app) : IDisposable
{
    public HttpClient Http { get; } = app.CreateDefaultClient(new CookieJar());

    /// <summary>The application's clock: a person needs time to read.</summary>
    public TestClock Clock => app.Clock;

    private string? _token;

    public async Task SignInAsync(string personKey)
    {
        var id = WorldIds.Of("person", personKey);
        var number = await app.WithDbAsync(db => db.People.Where(person => person.Id == id).Select(person => person.StaffNumber).SingleAsync());
        var answer = await PostAsync("/account/session", new() { ["Who"] = number!, ["Password"] = World.Password }, tokenFrom: "/account/session");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        _token = null;
    }

    /// <summary>The page's text, decoded; fails unless the answer is 200.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"GET {path}: {(int)answer.StatusCode} {answer.Headers.Location}");
        return WebUtility.HtmlDecode(html);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Posts a form with an anti-forgery token, taken from <paramref name="tokenFrom"/> when given, else from the account's token page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields, string? tokenFrom = null)
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>(fields, StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = await TokenAsync(tokenFrom),
        });
        return await Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Posts a form whose fields may repeat.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string? tokenFrom = null)
    {
        using var content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", await TokenAsync(tokenFrom))]);
        return await Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Posts a form with a file.</summary>
    public Task<HttpResponseMessage> UploadAsync(string path, string field, string fileName, byte[] bytes, IEnumerable<KeyValuePair<string, string>> fields) =>
        UploadAsync(path, [(field, fileName, bytes)], fields);

    /// <summary>Posts a form with several files.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, IEnumerable<(string Field, string Name, byte[] Bytes)> files, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new MultipartFormDataContent { { new StringContent(await TokenAsync(null)), "__RequestVerificationToken" } };
        foreach (var (field, fileName, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), field, fileName);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        return await Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Posts a form with a file to the roster import without saying how long it is, as some clients do.</summary>
    public async Task<HttpResponseMessage> UploadChunkedAsync(byte[] bytes)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(null)), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "File", "名册.xlsx" },
        };
        using var content = new StreamContent(new UnmeasuredStream(await form.ReadAsStreamAsync()));
        content.Headers.ContentType = form.Headers.ContentType;
        return await Http.PostAsync(new Uri("/people/imports", UriKind.Relative), content);
    }

    /// <summary>Sends JSON as a page's module does.</summary>
    public async Task<HttpResponseMessage> PutJsonAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Csrf-Token", await TokenAsync(null));
        return await Http.SendAsync(request);
    }

    public void Dispose() => Http.Dispose();

    private async Task<string> TokenAsync(string? from)
    {
        if (from is not null)
        {
            return Field().Match(await (await GetAsync(from)).Content.ReadAsStringAsync()).Groups[1].Value;
        }

        if (_token is null)
        {
            using var answer = await GetAsync("/account/token");
            _token = answer.StatusCode == HttpStatusCode.OK
                ? (await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>())!["token"]
                : Field().Match(await (await GetAsync("/account/session")).Content.ReadAsStringAsync()).Groups[1].Value;
        }

        return _token;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Field();
}
