namespace TrainingHub.Courses;

internal static class CoursesFeature
{
    extension(IServiceCollection services)
    {
        public void AddCourses()
        {
            services.AddSingleton<CourseShelf>();
            services.AddScoped<PublishCourse>();
            services.AddScoped<PublishBundledCourses>();
        }
    }
}
