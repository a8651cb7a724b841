using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TrainingHub.Seeds;

namespace TrainingHub.Bench;

/// <summary>One person's browser: all cookies, anti-forgery tokens as a page and its module send them, no redirects followed unseen.</summary>
internal sealed class Visitor(HttpClient http, string staffNumber, string name)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public string Name => name;

    /// <summary>How far the device's clock is off; it says so with every request.</summary>
    public TimeSpan? Clock { get; init; }

    /// <summary>What forms and modules send against forgery, once prepared.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The same browser as a client of its own, for whoever cuts its connections.</summary>
    public HttpClient Browser()
    {
        var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = http.BaseAddress, Timeout = TimeSpan.FromSeconds(20) };
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", CookieLine);
        return browser;
    }

    /// <summary>Opens the page, fills in the form, is let in. Returns milliseconds for both requests.</summary>
    public async Task<double> SignInAsync()
    {
        var since = Stopwatch.GetTimestamp();
        var page = await ReadAsync("/account/session");
        await PostAsync("/account/session", [new("Who", staffNumber), new("Password", World.Password)], TokenIn(page), location: "/");
        Check(_cookies.ContainsKey("th-session"), "signing in set no session cookie");
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    /// <summary>Fetches the token that forms and modules send from now on.</summary>
    public async Task PrepareAsync()
    {
        var json = await ReadAsync("/account/token");
        using var document = System.Text.Json.JsonDocument.Parse(json);
        Token = document.RootElement.GetProperty("token").GetString() ?? "";
    }

    /// <summary>Sends this token from now on: that of a page which was read.</summary>
    public void Use(string token)
    {
        Check(token.Length > 0, "the page has no anti-forgery token");
        Token = token;
    }

    /// <summary>A page that must be there and must contain these words.</summary>
    public async Task<string> ReadAsync(string path, string? containing = null)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null);
        var text = await answer.Content.ReadAsStringAsync();
        Check(answer.StatusCode == HttpStatusCode.OK, $"GET {path}: {(int)answer.StatusCode}");
        Check(containing is null || text.Contains(containing, StringComparison.Ordinal), $"GET {path}: “{containing}” is not on the page");
        return text;
    }

    /// <summary>Opens an address that must lead on; returns where to.</summary>
    public async Task<string> FollowAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null);
        Check(answer.StatusCode == HttpStatusCode.Redirect, $"GET {path}: {(int)answer.StatusCode}");
        return answer.Headers.Location?.OriginalString ?? "";
    }

    /// <summary>Presses a button; returns the page that comes, whatever its status.</summary>
    public async Task<string> TapAsync(string path)
    {
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", Token)]);
        using var answer = await SendAsync(HttpMethod.Post, path, content);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Posts a form that must be answered by a redirect; returns where to.</summary>
    public Task<string> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string? location = null) => PostAsync(path, fields, Token, location);

    /// <summary>Posts a form that must be answered by a page with these words.</summary>
    public async Task<string> ReadPostedAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string containing)
    {
        using var content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", Token)]);
        using var answer = await SendAsync(HttpMethod.Post, path, content);
        var text = await answer.Content.ReadAsStringAsync();
        Check(answer.StatusCode == HttpStatusCode.OK, $"POST {path}: {(int)answer.StatusCode}");
        Check(text.Contains(containing, StringComparison.Ordinal), $"POST {path}: “{containing}” is not on the page");
        return text;
    }

    /// <summary>Posts a form with a file; returns where it led.</summary>
    public async Task<string> UploadAsync(string path, string field, string fileName, byte[] bytes, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), field, fileName } };
        foreach (var (name, value) in fields.Append(new("__RequestVerificationToken", Token)))
        {
            content.Add(new StringContent(value), name);
        }

        using var answer = await SendAsync(HttpMethod.Post, path, content);
        Check(answer.StatusCode == HttpStatusCode.Redirect, $"POST {path}: {(int)answer.StatusCode}");
        return answer.Headers.Location?.OriginalString ?? "";
    }

    /// <summary>Sends JSON as a page's module does; returns the JSON that came back.</summary>
    public Task<string> PutAsync(string path, string json) => SendJsonAsync(HttpMethod.Put, path, json);

    /// <summary>The same with whichever method.</summary>
    public async Task<string> SendJsonAsync(HttpMethod method, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        content.Headers.Add("X-Csrf-Token", Token);
        using var answer = await SendAsync(method, path, content);
        var text = await answer.Content.ReadAsStringAsync();
        Check(answer.StatusCode == HttpStatusCode.OK, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text;
    }

    public static void Check(bool isRight, string otherwise)
    {
        if (!isRight)
        {
            throw new UnexpectedAnswerException(otherwise);
        }
    }

    /// <summary>What the browser sends with every request.</summary>
    public string CookieLine { get; private set; } = "";

    /// <summary>Keeps what a line of Set-Cookie says.</summary>
    public void Keep(ReadOnlySpan<char> line)
    {
        var pair = line[..(line.IndexOf(';') is var end and >= 0 ? end : line.Length)];
        var equals = pair.IndexOf('=');
        _cookies[pair[..equals].ToString()] = pair[(equals + 1)..].ToString();
        CookieLine = string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
    }

    private async Task<string> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string token, string? location)
    {
        using var content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        using var answer = await SendAsync(HttpMethod.Post, path, content);
        var target = answer.Headers.Location?.OriginalString ?? "";
        Check(answer.StatusCode == HttpStatusCode.Redirect, $"POST {path}: {(int)answer.StatusCode}");
        Check(location is null || string.Equals(target, location, StringComparison.Ordinal), $"POST {path} led to {target}");
        return target;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        // The token of a module travels beside its JSON.
        if (content?.Headers.TryGetValues("X-Csrf-Token", out var tokens) == true)
        {
            request.Headers.TryAddWithoutValidation("X-Csrf-Token", tokens);
            content.Headers.Remove("X-Csrf-Token");
        }

        if (CookieLine.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", CookieLine);
        }

        request.Headers.Date = Clock is { } off ? DateTimeOffset.UtcNow + off : null;
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("zh-Hans"));
        var answer = await http.SendAsync(request);
        KeepCookies(answer);
        return answer;
    }

    private void KeepCookies(HttpResponseMessage answer)
    {
        if (!answer.Headers.NonValidated.TryGetValues("Set-Cookie", out var lines))
        {
            return;
        }

        foreach (var line in lines)
        {
            Keep(line);
        }
    }

    /// <summary>The token of a form on the page.</summary>
    public static string TokenIn(string page)
    {
        const string Before = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        var from = page.IndexOf(Before, StringComparison.Ordinal);
        Check(from >= 0, "the page has no anti-forgery token");
        from += Before.Length;
        return page[from..page.IndexOf('"', from)];
    }
}
