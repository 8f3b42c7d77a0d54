import asyncio
async def mock_http_request(url):
    print(f"Fetching {url}")
    await asyncio.sleep(2) # Simulate network delay
    return f"Response from {url}"
async def main():
    urls = ["http://example.com", "http://example.org", "http://example.net"]
    tasks = [mock_http_request(url) for url in urls]
    responses = await asyncio.gather(*tasks)
    for resp in responses:
        print(resp)
asyncio.run(main())
