namespace TrainingHub.Hosting;

/// <summary>The browser inside WeChat, in which downloads and print do nothing.</summary>
internal static class WeChat
{
    extension(HttpRequest request)
    {
        public bool IsFromWeChat => request.Headers.UserAgent.ToString().Contains("MicroMessenger", StringComparison.OrdinalIgnoreCase);
    }
}
