using System.Net.Http.Headers;

namespace TrainingHub.WebTests;

/// <summary>Keeps cookies by name. The framework's own jar compares their expiry with the machine's clock, which is not the application's here.</summary>
internal sealed class CookieJar : DelegatingHandler
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_cookies)
        {
            if (_cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }
        }

        var answer = await base.SendAsync(request, cancellationToken);
        lock (_cookies)
        {
            foreach (var line in answer.Headers.NonValidated.TryGetValues("Set-Cookie", out var lines) ? lines : default(HeaderStringValues))
            {
                var pair = line.Split(';')[0].Split('=', 2);
                if (pair[1].Length == 0)
                {
                    _cookies.Remove(pair[0]);
                }
                else
                {
                    _cookies[pair[0]] = pair[1];
                }
            }
        }

        return answer;
    }
}
