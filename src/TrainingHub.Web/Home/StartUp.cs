using TrainingHub.Courses;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Home;

/// <summary>Everything that has to be true before the first request. Each step changes nothing when it has been done before.</summary>
internal static class StartUp
{
    extension(WebApplication app)
    {
        public async Task PrepareAsync()
        {
            var cancel = app.Lifetime.ApplicationStopping;
            await DatabaseSetup.RunAsync(app.Services, cancel);
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PreparePositions>().RunAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<PublishBundledCourses>()
                .RunAsync(app.Configuration["Courses"] ?? Path.Combine(AppContext.BaseDirectory, "courses"), cancel);
#if DEMO_WORLDS
            await Demo.DemoStart.RunAsync(app, scope.ServiceProvider, cancel);
#endif
        }
    }
}
